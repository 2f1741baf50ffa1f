import { randomBytes } from 'node:crypto'
import type { Platform } from '../../../platform/platform.ts'

/** Nothing but the last characters of a number stands beside it, so it cannot be guessed: 120 bits. */
const codeBytes = 15

export const drawLinkCode = (): string => randomBytes(codeBytes).toString('base64url')
export const hashOfCode = ({ vault }: Pick<Platform, 'vault'>, code: string) =>
  vault.lookupHash('confirmation-link', code)
/** The code stands behind the number sign, so that it reaches no server's log. */
export const urlOf = ({ environment }: Pick<Platform, 'environment'>, code: string): string =>
  `${environment.publicUrl}/confirm#${code}`
