import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { readEnvironment } from '../platform/environment.ts'
import { createLogger } from '../platform/logger.ts'
import { runCommand } from './run-command.ts'

// The commands of the office: they need its database. Those that need only the rules stand in apps/cli.

const write =
  (stream: NodeJS.WriteStream) =>
  (...lines: readonly string[]) =>
    void stream.write(`${lines.join('\n')}\n`)
const interactive = process.stdin.isTTY && process.stderr.isTTY
// Questions go to standard error, so that an answer can be piped on.
let hidden = false
const shown = new Writable({
  write(text: Buffer, _encoding, done) {
    if (!hidden) process.stderr.write(text)
    done()
  },
})
const questions = interactive ? createInterface({ input: process.stdin, output: shown, terminal: true }) : undefined

async function askSecret(question: string): Promise<string> {
  process.stderr.write(question)
  hidden = true
  try {
    return (await questions?.question('')) ?? ''
  } finally {
    hidden = false
    process.stderr.write('\n')
  }
}

try {
  const terminal = {
    environment: readEnvironment(),
    logger: createLogger('silent'),
    say: write(process.stdout),
    note: write(process.stderr),
    ask: questions && ((question: string) => questions.question(question)),
    askSecret: questions && askSecret,
  }
  process.exitCode = await runCommand(terminal, process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
} finally {
  questions?.close()
}
