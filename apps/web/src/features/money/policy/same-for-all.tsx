import { Button, TextInput } from '@mantine/core'
import type { ParameterDraft } from '@shebao/premium'
import { useState } from 'react'
import { MonthInput } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { readDate, readMonth } from '../../../shared/lib/typed-text.ts'
import sheet from './policy.module.css'
import style from './same-for-all.module.css'
import { proposalMessages } from './proposal-messages.ts'

const fields = ['validFrom', 'validTo', 'docNo', 'publishedOn', 'source'] as const
type Same = Partial<Pick<ParameterDraft, (typeof fields)[number] | 'verified'>>

/** One document sets many figures: its number, date and months are typed once. */
export function SameForAll({ count, onApply }: { count: number; onApply: (same: Same) => void }) {
  const t = useMessages(proposalMessages)
  const [typed, setTyped] = useState<Partial<Record<(typeof fields)[number], string>>>({})
  const [verified, setVerified] = useState(false)
  const apply = () => {
    const given = fields.flatMap((field): [string, string][] => {
      const text = typed[field]?.trim()
      if (!text) return []
      if (field === 'validFrom' || field === 'validTo') return [[field, readMonth(text)]]
      return [[field, field === 'publishedOn' ? (readDate(text) ?? text) : text]]
    })
    onApply({ ...(Object.fromEntries(given) as Same), ...(verified ? { verified } : {}) })
    setTyped({})
    setVerified(false)
  }
  const nothing = !verified && fields.every((field) => !typed[field]?.trim())
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
        <label className={sheet.check}>
          <input type="checkbox" checked={verified} onChange={(event) => setVerified(event.currentTarget.checked)} />
          <span>{t('fieldverified')}</span>
        </label>
      </div>
      <Button variant="default" disabled={nothing} onClick={apply}>
        {t('sameApply', { count })}
      </Button>
    </details>
  )
}
