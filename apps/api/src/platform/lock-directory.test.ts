import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockDirectory } from './lock-directory.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shebao-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('is held by one, told by its number, and free again when it is given back', async () => {
  const release = await lockDirectory(folder, 'server')
  await expect(lockDirectory(folder, 'server')).rejects.toThrow(`in use by process ${process.pid}.`)
  const other = await lockDirectory(folder, 'database')
  release()
  ;(await lockDirectory(folder, 'server'))()
  other()
})

it('ends with a process that was killed, whatever number stands in its file', async () => {
  const module = JSON.stringify(join(import.meta.dirname, 'lock-directory.ts'))
  const program = `import { lockDirectory } from ${module}
    await lockDirectory(${JSON.stringify(folder)}, 'server')
    console.log('held')
    setInterval(() => undefined, 1000)`
  const holder = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => holder.stdout.once('data', resolve))
  await expect(lockDirectory(folder, 'server')).rejects.toThrow(`in use by process ${holder.pid}.`)
  const gone = new Promise((resolve) => holder.once('exit', resolve))
  holder.kill('SIGKILL')
  await gone
  // As when the number was given to a process that lives: it is only told, never believed.
  writeFileSync(join(folder, 'server.pid'), String(process.pid))
  const release = await lockDirectory(folder, 'server')
  expect(readFileSync(join(folder, 'server.pid'), 'utf8')).toBe(String(process.pid))
  release()
})
