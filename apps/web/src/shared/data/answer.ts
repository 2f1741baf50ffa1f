import type { Operation } from './document.ts'
import type { Variables } from './plan.ts'

export interface OfficeError {
  message: string
  path?: readonly (string | number)[]
  extensions?: Readonly<Record<string, unknown>>
}

/** What the office answered; where it refused, its reasons. */
export interface Answer {
  data?: Record<string, unknown> | null
  errors?: readonly OfficeError[]
}

export interface Asked extends Pick<Operation, 'kind' | 'name' | 'text'> {
  variables: Variables
  /** Nobody waits for the answer any more. */
  signal: AbortSignal
}

/** The way of an operation to the office and back. */
export type Send = (asked: Asked) => Promise<Answer>

/** Something that happens on the way. */
export type Station = (onward: Send) => Send

/** The office answered, and refused. Whatever else goes wrong on the way is another error. */
export class OfficeErrors extends Error {
  readonly errors: readonly OfficeError[]

  constructor(errors: readonly OfficeError[]) {
    super(errors.map(({ message }) => message).join('\n'))
    this.name = 'OfficeErrors'
    this.errors = errors
  }

  static is(error: unknown): error is OfficeErrors {
    return error instanceof OfficeErrors
  }
}
