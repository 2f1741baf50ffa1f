import { Button } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import { isMovable } from './use-assignment.ts'
import { useWorkName } from './work-name.ts'
import type { WorkRow } from './work-row.ts'
import style from './work-page.module.css'

interface WorkOwnerProps {
  row: WorkRow
  busy: boolean
  /** Nothing for those who handle no cases. */
  onToggle: ((row: WorkRow) => void) | undefined
  /** Nothing for those who give no work to others. */
  onAssign: ((row: WorkRow) => void) | undefined
}

/** Whose it is, and what can be done about that. */
export function WorkOwner({ row, busy, onToggle, onAssign }: WorkOwnerProps) {
  const t = useMessages(messages)
  const what = useWorkName()(row)
  const verb = row.mine ? 'release' : row.ownerId === null ? 'take' : 'takeOver'
  return (
    <>
      <span className={style.owner}>
        <span>{row.mine ? t('you') : (row.ownerName ?? t('nobody'))}</span>
        <span className={style.deeds}>
          {onToggle && isMovable(row) ? (
            <Button
              size="compact-sm"
              variant="subtle"
              loading={busy}
              aria-label={t(`${verb}Of`, { what })}
              onClick={() => onToggle(row)}
            >
              {t(verb)}
            </Button>
          ) : null}
          {onAssign ? (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('assignOf', { what })}
              onClick={() => onAssign(row)}
            >
              {t('assign')}
            </Button>
          ) : null}
        </span>
      </span>
      {row.standIn ? <span className="sub">{t('standIn')}</span> : null}
      {row.stale && !row.standIn ? <span className={`sub ${style.late}`}>{t('stale')}</span> : null}
      {row.ruleNumber === null ? null : (
        <span className="sub">{t(row.inTurn ? 'byRuleInTurn' : 'byRule', { number: row.ruleNumber })}</span>
      )}
      {row.givenBecause ? <span className="sub">{t('givenBecause', { reason: row.givenBecause })}</span> : null}
    </>
  )
}
