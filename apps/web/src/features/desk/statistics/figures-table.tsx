import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import type { ShownFigures } from './figures-chart.tsx'
import { rowsPath } from './measures.ts'
import { messages } from './messages.ts'
import { useNames } from './names.ts'
import type { Figure } from './selection.ts'

/** The same figures in a table; each opens into the rows that it counts. */
export function FiguresTable({ figures, total, by, selection, outlook }: ShownFigures & { total: Figure }) {
  const t = useMessages(messages)
  const nameOf = useNames(outlook)
  const cells = useCells()
  const heads = useHeads()
  return (
    <PlainTable
      caption={t('figures')}
      columns={[t(by), ...heads.map((head) => ({ end: head }))]}
      keys={t('keys')}
      foot={
        <tr>
          <th scope="row">{t('total')}</th>
          {cells(total).map(({ text }, index) => (
            <td key={heads[index]} data-align="end" data-label={heads[index]}>
              {text}
            </td>
          ))}
        </tr>
      }
    >
      {figures.map((figure) => (
        <tr key={figure.key}>
          <th scope="row">
            <Link data-row to={rowsPath(selection, by, figure.key, 'PEOPLE')}>
              {nameOf(by, figure.key)}
            </Link>
          </th>
          {cells(figure).map(({ text, measure, some }, index) => (
            <td key={heads[index]} data-align="end" data-label={heads[index]}>
              {some ? <Link to={rowsPath(selection, by, figure.key, measure)}>{text}</Link> : text}
            </td>
          ))}
        </tr>
      ))}
    </PlainTable>
  )
}

function useHeads() {
  const t = useMessages(messages)
  const money = (name: 'base' | 'charged' | 'settled' | 'open' | 'overdue') => `${t(name)}${t('yuan')}`
  return [
    t('insured'),
    t('employers'),
    money('base'),
    money('charged'),
    money('settled'),
    money('open'),
    money('overdue'),
  ]
}

function useCells() {
  const format = useFormat()
  return ({ people, employers, base, charged, settled, open, overdue }: Figure) =>
    (
      [
        ['PEOPLE', people, format.count(people)],
        ['EMPLOYERS', employers, format.count(employers)],
        ['BASE', base, format.fen(base)],
        ['CHARGED', charged, format.fen(charged)],
        ['SETTLED', settled, format.fen(settled)],
        ['OPEN', open, format.fen(open)],
        ['OVERDUE', overdue, format.fen(overdue)],
      ] as const
    ).map(([measure, value, text]) => ({ measure, text, some: value > 0 }))
}
