import type { FileProblem } from '@shebao/roster'
import type { Translate } from '../../../shared/lib/messages.ts'
import type { messages } from './messages.ts'

/** What is wrong with the file and what to do about it, in words. */
export function problemText(
  t: Translate<(typeof messages)['zh']>,
  { code, params }: FileProblem,
  name: string,
): string {
  const { maxBytes, maxRows } = params
  switch (code) {
    case 'TOO_LARGE':
      return t('problemTOO_LARGE', { name, max: `${Math.round(Number(maxBytes ?? 0) / 1_048_576)} MB` })
    case 'TOO_MANY_ROWS':
      return t('problemTOO_MANY_ROWS', { name, max: Number(maxRows ?? 100_000) })
    default:
      return t(`problem${code}`, { name })
  }
}
