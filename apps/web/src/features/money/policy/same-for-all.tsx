import { Button, TextInput } from '@mantine/core'
import type { ParameterDraft } from '@shebao/premium'
import { useState } from 'react'
import { MonthInput } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { readMonth } from '../../../shared/lib/typed-text.ts'
import sheet from './policy.module.css'
import style from './same-for-all.module.css'
import { proposalMessages } from './proposal-messages.ts'

const fields = ['validFrom', 'validTo', 'source'] as const
type Same = Partial<Pick<ParameterDraft, (typeof fields)[number]>>

/** Figures of one document most often hold for the same months: these are typed once. */
export function SameForAll({ count, onApply }: { count: number; onApply: (same: Same) => void }) {
  const t = useMessages(proposalMessages)
  const [typed, setTyped] = useState<Partial<Record<(typeof fields)[number], string>>>({})
  const apply = () => {
    const given = fields.flatMap((field): [string, string][] => {
      const text = typed[field]?.trim()
      if (!text) return []
      return [[field, field === 'source' ? text : readMonth(text)]]
    })
    onApply(Object.fromEntries(given) as Same)
    setTyped({})
  }
  const nothing = fields.every((field) => !typed[field]?.trim())
  return (
    <details className={style.same}>
      <summary>{t('sameTitle')}</summary>
      <p className="quiet">{t('sameHint')}</p>
      <div className={sheet.details}>
        {fields.map((field) => {
          const shared = { label: t(`field${field}`), value: typed[field] ?? '' }
          const keep = (text: string) => setTyped((before) => ({ ...before, [field]: text }))
          return field === 'validFrom' || field === 'validTo' ? (
            <MonthInput key={field} {...shared} description={null} placeholder="2027-07" onChange={keep} />
          ) : (
            <TextInput
              key={field}
              {...shared}
              autoComplete="off"
              onChange={(event) => keep(event.currentTarget.value)}
            />
          )
        })}
      </div>
      <Button variant="default" disabled={nothing} onClick={apply}>
        {t('sameApply', { count })}
      </Button>
    </details>
  )
}
