import { explainChange } from '@shebao/premium'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { LoadDerivation } from '../../../shared/lib/use-derivation.ts'
import type { SimulatedFigure } from './use-derive-simulation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { useParameterText } from './parameter-text.ts'
import sheet from './policy.module.css'
import style from './simulation-tables.module.css'
import type { Simulation } from './proposal-type.ts'
import { SimulatedAmount } from './simulated-amount.tsx'
import type { Derive } from './simulated-amount.tsx'
import { simulationMessages } from './simulation-messages.ts'

const amounts = ['before', 'after', 'change'] as const

function Amounts({ title, first, children }: { title: string; first: string; children: ReactNode }) {
  const t = useMessages(simulationMessages)
  return (
    <section className={sheet.section}>
      <h3>{title}</h3>
      <PlainTable
        caption={title}
        columns={[first, ...amounts.map((column) => ({ end: t(column) })), { end: t('people') }]}
      >
        {children}
      </PlainTable>
    </section>
  )
}

/** Each insurance and side, with how many pay more or less in it. */
export function SimulatedShares({ shares, derive }: { shares: Simulation['shares']; derive: Derive }) {
  const t = useMessages(simulationMessages)
  const format = useFormat()
  const { insuranceOf, sideOf } = useParameterText()
  return (
    <Amounts title={t('sharesTitle')} first={t('share')}>
      {shares.map(({ side, insurance, before, after, more, less }) => (
        <tr key={`${side} ${insurance}`}>
          <th scope="row">
            {insuranceOf(insurance)}
            <span className="sub">{sideOf(side)}</span>
          </th>
          <Cells
            before={before}
            after={after}
            derive={derive && ((figure) => derive.share({ side, insurance }, figure))}
          />
          <td data-align="end" data-label={t('people')}>
            {t('more')} {format.count(more)} · {t('less')} {format.count(less)}
          </td>
        </tr>
      ))}
    </Amounts>
  )
}

interface CellsProps {
  before: number
  after: number
  derive: ((figure: SimulatedFigure) => LoadDerivation) | undefined
}

function Cells({ before, after, derive }: CellsProps) {
  const t = useMessages(simulationMessages)
  return (
    <>
      <td data-align="end" data-label={t('before')}>
        <SimulatedAmount fen={before} derive={derive?.('before')} />
      </td>
      <td data-align="end" data-label={t('after')}>
        <SimulatedAmount fen={after} derive={derive?.('after')} />
      </td>
      <td data-align="end" data-label={t('change')}>
        <strong>
          <SimulatedAmount fen={after - before} change derive={derive?.('change')} />
        </strong>
      </td>
    </>
  )
}

export function SimulatedEmployers({ employers, derive }: { employers: Simulation['employers']; derive: Derive }) {
  const t = useMessages(simulationMessages)
  const format = useFormat()
  if (employers.length === 0) return null
  return (
    <Amounts title={t('employersTitle')} first={t('employer')}>
      {employers.map(({ employerId, name, people, before, after }) => (
        <tr key={employerId}>
          <th scope="row">
            <Link to={`/staff/employers/${employerId}`}>{name}</Link>
          </th>
          <Cells before={before} after={after} derive={derive && ((figure) => derive.employer(employerId, figure))} />
          <td data-align="end" data-label={t('people')}>
            {format.count(people)}
          </td>
        </tr>
      ))}
    </Amounts>
  )
}

const reasons = ['MOST_MORE', 'MOST_LESS', 'COMMON'] as const

/** A few people, masked; each amount opens into why it is what it is, before and after. */
export function SimulatedExamples({ examples }: { examples: Simulation['examples'] }) {
  const t = useMessages(simulationMessages)
  if (examples.length === 0) return null
  return (
    <section className={sheet.section}>
      <h3>{t('examplesTitle')}</h3>
      <p className="quiet">{t('openDerivation')}</p>
      <ul className={style.examples}>
        {examples.map((example) => (
          <li key={example.reason}>
            <strong>{t(`reason${reasons.find((known) => known === example.reason) ?? 'COMMON'}`)}</strong>
            <span>
              {example.nameMasked} · {example.idMasked}
            </span>
            <span className="quiet">{example.employerName}</span>
            <span className={style.exampleAmounts}>
              {t('before')} <DerivationPopover fen={example.before} explanation={example.explanationBefore} />
              {t('after')} <DerivationPopover fen={example.after} explanation={example.explanationAfter} />
              <strong>
                <DerivationPopover
                  fen={example.after - example.before}
                  change
                  explanation={explainChange(example.explanationAfter, example.explanationBefore)}
                />
              </strong>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
