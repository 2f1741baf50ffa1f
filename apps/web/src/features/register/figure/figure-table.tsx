import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import style from './figure.module.css'
import type { ServiceFigureRowFragment } from './figure.generated.ts'
import { useFigureText } from './figure-text.ts'
import { messages } from './messages.ts'

/** The figures of one topic: what holds and on what, what is to come, and what a change means for what runs already. */
export function FigureTable({ caption, figures }: { caption: string; figures: readonly ServiceFigureRowFragment[] }) {
  const t = useMessages(messages)
  const text = useFigureText()
  const format = useFormat()
  return (
    <PlainTable caption={caption} className={style.table} columns={[t('figure'), t('now'), t('allowed'), t('basis')]}>
      {figures.map((figure) => (
        <tr key={figure.name}>
          <th scope="row">
            {text.name(figure.name)}
            <span className={`${style.effect} quiet`}>{text.effect(figure.name)}</span>
          </th>
          <td data-label={t('now')}>
            <strong>{text.value(figure, figure.value)}</strong>
            {figure.later.map(({ id, value, validFrom }) => (
              <span key={id} className={style.effect}>
                {t('laterValue', { value: text.value(figure, value), date: format.date(validFrom) })}
              </span>
            ))}
          </td>
          <td data-label={t('allowed')}>{text.allowed(figure)}</td>
          <td data-label={t('basis')}>
            {figure.inForce ? (figure.inForce.documentNo ?? t('unverified')) : t('released')}
            {figure.inForce ? (
              <span className={`${style.effect} quiet`}>
                {t('since', { date: format.date(figure.inForce.validFrom) })}
              </span>
            ) : null}
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}
