import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import style from './comparison.module.css'
import { ReasonForm } from './difference-card.tsx'
import type { Choice, DifferenceNode } from './difference.ts'
import { messages } from './messages.ts'

type Rule = DifferenceNode['allowed'][number]

interface BulkSettlingProps {
  kind: DifferenceNode['kind']
  count: number
  allowed: readonly Rule[]
  onSettle: (choice: Choice) => Promise<void>
}

/** Settles all that are open of one kind, only in ways that are safe for many; says how many before it does. */
export function BulkSettling({ kind, count, allowed, onSettle }: BulkSettlingProps) {
  const t = useMessages(messages)
  const [asking, setAsking] = useState<Rule>()
  const safe = allowed.filter(({ inBulk }) => inBulk)
  const word = (rule: Rule) => (rule.resolution === 'FIX' ? '' : t(rule.resolution))
  const settle = (rule: Rule, given: Pick<Choice, 'reason' | 'stopReason'> = {}) => {
    setAsking(undefined)
    void onSettle({ ids: [], allOfKind: kind, resolution: rule.resolution, ...given })
  }
  return (
    <>
      {safe.map((rule) => (
        <Button key={rule.resolution} variant="default" onClick={() => setAsking(rule)}>
          {t('bulk', { count, resolution: word(rule) })}
        </Button>
      ))}
      {asking ? (
        <Dialog title={t('bulkTitle', { count, resolution: word(asking) })} onClose={() => setAsking(undefined)}>
          <div className={style.bulk}>
            <p>{t('bulkText', { count, kind: t(kind) })}</p>
            {asking.needsReason ? (
              <ReasonForm
                resolution={asking.resolution}
                onGiven={(given) => settle(asking, given)}
                onCancel={() => setAsking(undefined)}
              />
            ) : null}
            {!asking.needsReason ? (
              <div className={style.actions}>
                <Button onClick={() => settle(asking)}>{word(asking)}</Button>
                <Button variant="default" onClick={() => setAsking(undefined)}>
                  {t('cancel')}
                </Button>
              </div>
            ) : null}
          </div>
        </Dialog>
      ) : null}
    </>
  )
}
