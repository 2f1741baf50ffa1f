import { Button } from '@mantine/core'
import { useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import { Notice } from '../ui/notice.tsx'
import { messages } from './messages.ts'
import type { KeptWhat } from './shelf.ts'
import { useUnsent } from './use-unsent.ts'

interface UnsentOutcomeProps {
  declaration: string
  what: KeptWhat
  /** The office has the declaration; otherwise it cannot be submitted as it stands. */
  arrived: boolean
}

/** What became of a submission without an answer, where there is no button to send it again. */
export function UnsentOutcome({ declaration, what, arrived }: UnsentOutcomeProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { unsent, done } = useUnsent(declaration, what)
  if (!unsent) return null
  return (
    <Notice tone={arrived ? 'done' : 'warning'}>
      <p>{t(arrived ? 'unsentArrived' : 'unsentBlocked', { time: format.instant(unsent.pressedAt) })}</p>
      <Button size="compact-sm" variant="default" onClick={() => void done()}>
        {t('understood')}
      </Button>
    </Notice>
  )
}
