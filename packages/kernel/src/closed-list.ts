/** A value that a closed list does not hold: an answer from outside, or a row that was written past the code. */
export class UnknownCode extends Error {
  constructor(what: string, value: unknown) {
    super(`Not a known ${what}: ${JSON.stringify(value)}.`)
    this.name = 'UnknownCode'
  }
}

/** Whether a closed list of codes holds the value; afterwards it has the list's type. */
export function isOneOf<Code extends string>(list: readonly Code[], value: unknown): value is Code {
  const all: readonly unknown[] = list
  return all.includes(value)
}

/** The value as a code of the list, or an error that names what it should have been. */
export function oneOf<Code extends string>(list: readonly Code[], value: unknown, what: string): Code {
  if (isOneOf(list, value)) return value
  throw new UnknownCode(what, value)
}
