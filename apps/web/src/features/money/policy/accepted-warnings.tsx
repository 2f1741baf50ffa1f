import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { AcceptedWarningsFragmentDoc } from './accepted-warnings.generated.ts'
import type { AcceptedWarningsFragment } from './accepted-warnings.generated.ts'
import style from './policy.module.css'
import { simulationMessages } from './simulation-messages.ts'
import { useWarningText } from './use-warning-text.ts'

/** What was pointed out when it was published, and who answered for it. */
export function AcceptedWarnings({ proposal: ref }: { proposal: FragmentType<AcceptedWarningsFragment> }) {
  const { rows, acceptedWarnings } = useOwnFields(AcceptedWarningsFragmentDoc, ref)
  const t = useMessages(simulationMessages)
  const format = useFormat()
  const textOf = useWarningText(rows)
  if (acceptedWarnings.length === 0) return null
  return (
    <section className={style.section}>
      <h2>{t('acceptedTitle')}</h2>
      <PlainTable caption={t('acceptedTitle')} columns={[t('acceptedWhat'), t('acceptedBy')]}>
        {acceptedWarnings.map((warning) => {
          const { place, text } = textOf(warning)
          return (
            <tr key={`${warning.row} ${warning.code}`}>
              <th scope="row">
                {place}
                <span className="sub">{text}</span>
              </th>
              <td data-label={t('acceptedBy')}>
                {warning.acceptedBy ?? '—'}
                <span className="sub">{format.instant(warning.acceptedAt)}</span>
              </td>
            </tr>
          )
        })}
      </PlainTable>
    </section>
  )
}
