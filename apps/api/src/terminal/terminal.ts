import type { Environment } from '../platform/environment.ts'
import type { Logger } from '../platform/logger.ts'

/** What a command needs of the terminal, so that a test can play it. */
export interface Terminal {
  readonly environment: Environment
  readonly logger: Logger
  /** The answer. */
  say(...lines: readonly string[]): void
  /** What is wrong, or only for the person who watches. */
  note(...lines: readonly string[]): void
  /** Absent where nobody can be asked: no terminal, or a pipe. */
  readonly ask?: ((question: string) => Promise<string>) | undefined
  /** The same for a password: what is typed is not shown. */
  readonly askSecret?: ((question: string) => Promise<string>) | undefined
}

/** What the shell sees: done, refused, not understood. */
export const exitCodes = { done: 0, refused: 1, usage: 2 } as const

/** A command of the office. It answers with the exit code. */
export type Command = (terminal: Terminal, argv: readonly string[]) => Promise<number>
