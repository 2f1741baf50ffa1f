import { Button, TextInput } from '@mantine/core'
import type { ParameterDraft } from '@shebao/premium'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import sheet from './policy.module.css'
import style from './same-for-all.module.css'
import { proposalMessages } from './proposal-messages.ts'
import { readMonth } from './typed-parameter.ts'

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
        {fields.map((field) => (
          <TextInput
            key={field}
            label={t(`field${field}`)}
            value={typed[field] ?? ''}
            autoComplete="off"
            onChange={(event) => {
              const { value } = event.currentTarget
              setTyped((before) => ({ ...before, [field]: value }))
            }}
          />
        ))}
      </div>
      <Button variant="default" disabled={nothing} onClick={apply}>
        {t('sameApply', { count })}
      </Button>
    </details>
  )
}
