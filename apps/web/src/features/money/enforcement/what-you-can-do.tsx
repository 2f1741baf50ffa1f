import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import desk from '../../../shared/ui/desk.module.css'
import type { EnforcementCaseQuery } from './enforcement.generated.ts'
import { messages } from './messages.ts'

/** For the unit: its ways out, and until when. */
export function WhatYouCanDo({ row }: { row: NonNullable<EnforcementCaseQuery['enforcementCase']> }) {
  const t = useMessages(messages)
  const format = useFormat()
  const viewer = useViewer()
  const { waitsFor, offered, standing, state } = row
  if (viewer.kind !== 'EMPLOYER' || waitsFor === null) return null
  const defendBy = offered.includes('DEFEND') ? standing.demand?.endsOn : undefined
  return (
    <section className={desk.section}>
      <h2>{t('can')}</h2>
      <ul>
        <li>
          {t('canPay')} <Link to="/employer/bills">{t('pay')}</Link>
        </li>
        {defendBy ? <li>{t('canDefend', { day: format.date(defendBy) })}</li> : null}
        {state === 'SHORTFALL' ? <li>{t('canGuarantee')}</li> : null}
        <li>{t('canRemedy')}</li>
      </ul>
    </section>
  )
}
