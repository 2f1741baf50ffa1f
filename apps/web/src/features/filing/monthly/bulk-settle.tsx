import { Button, NativeSelect, TextInput } from '@mantine/core'
import { CHANGE_TYPES } from '@shebao/declaration-rules'
import { isOneOf } from '@shebao/kernel'
import { useState } from 'react'
import { MonthInput } from '../../../shared/forms/index.ts'
import { readDate } from '../../../shared/lib/typed-text.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { typesOf } from './change-form.ts'
import { compareMessages } from './compare-messages.ts'
import style from './compare.module.css'
import { monthlyWords } from '../../../shared/case/monthly-words.ts'
import type { Proposal, ProposalKind, Settlement } from './settlement.ts'

interface BulkSettleProps {
  kind: ProposalKind
  rows: readonly Proposal[]
  onSettle: (ids: ReadonlySet<string>, said: Partial<Settlement>) => void
}

/** The same said of everybody of one kind who is ticked; and all ticked, or none. */
export function BulkSettle({ kind, rows, onSettle }: BulkSettleProps) {
  const t = useMessages(compareMessages)
  const words = useMessages(monthlyWords)
  const [said, setSaid] = useState({ changeType: '', leaveDate: '', lastPayablePeriod: '', reason: '' })
  const ticked = rows.filter(({ settled }) => settled.taken)
  const say = (part: Partial<typeof said>) => setSaid({ ...said, ...part })
  const types = kind === 'STOP' ? typesOf.stop : kind === 'JOIN' ? typesOf.join : undefined
  const apply = () => {
    const { changeType, ...rest } = said
    onSettle(new Set(ticked.map(({ id }) => id)), {
      ...rest,
      ...(isOneOf(CHANGE_TYPES, changeType) ? { changeType } : {}),
    })
  }
  const all = new Set(rows.map(({ id }) => id))
  return (
    <fieldset className={style.bulk}>
      <legend>{t('bulk')}</legend>
      {types ? (
        <NativeSelect
          label={t(kind === 'STOP' ? 'why' : 'how')}
          value={said.changeType}
          onChange={(event) => say({ changeType: event.currentTarget.value })}
          data={[{ value: '', label: t('asItIs') }, ...types.map((value) => ({ value, label: words(value) }))]}
        />
      ) : null}
      {kind === 'STOP' ? (
        <>
          <TextInput
            label={t('leaveDate')}
            inputMode="numeric"
            placeholder="2026-11-30"
            value={said.leaveDate}
            onChange={(event) => say({ leaveDate: event.currentTarget.value })}
            onBlur={() => say({ leaveDate: readDate(said.leaveDate) ?? said.leaveDate })}
          />
          <MonthInput
            label={t('lastPayable')}
            description={null}
            value={said.lastPayablePeriod}
            onChange={(lastPayablePeriod) => say({ lastPayablePeriod })}
          />
        </>
      ) : null}
      {kind === 'WAGE' ? (
        <TextInput
          label={t('reason')}
          maxLength={100}
          value={said.reason}
          onChange={(event) => say({ reason: event.currentTarget.value })}
        />
      ) : null}
      <div className={style.bulkTools}>
        {kind === 'DATA' ? null : (
          <Button
            variant="default"
            disabled={ticked.length === 0 || Object.values(said).every((text) => text === '')}
            onClick={apply}
          >
            {t('apply', { count: ticked.length })}
          </Button>
        )}
        <Button
          variant="subtle"
          disabled={ticked.length === rows.length}
          onClick={() => onSettle(all, { taken: true })}
        >
          {t('tickAll')}
        </Button>
        <Button variant="subtle" disabled={ticked.length === 0} onClick={() => onSettle(all, { taken: false })}>
          {t('tickNone')}
        </Button>
      </div>
    </fieldset>
  )
}
