/**
 * Ends `child` with who started this process. Ctrl-C reaches the whole group already; a SIGTERM sent to this process alone is passed on.
 * npm hands a SIGTERM to its shell, which ends without handing it on: whoever waited for this process is gone then.
 */
export function endWithNpm(child) {
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
  if (process.env.npm_lifecycle_event !== 'start') return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
}
