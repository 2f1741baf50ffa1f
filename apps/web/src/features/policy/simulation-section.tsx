import { Button } from '@mantine/core'
import { explain, explainSum } from '@shebao/premium'
import type { Explanation } from '@shebao/premium'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { useFormat } from '../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../shared/ui/derivation-popover.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { ProgressPanel } from '../../shared/ui/progress-panel.tsx'
import { ChangeChart } from './change-chart.tsx'
import style from './policy.module.css'
import type { Proposal, Simulation } from './proposal-type.ts'
import { signed } from './signed-amount.ts'
import { SimulatedEmployers, SimulatedExamples, SimulatedShares } from './simulation-tables.tsx'
import { simulationMessages } from './simulation-messages.ts'
import { useSimulation } from './use-simulation.ts'
import type { SimulationStart } from './use-simulation.ts'

interface SectionProps {
  proposal: Proposal
  /** Something was typed since the proposal was read. */
  stale?: boolean
  /** For those who may simulate. */
  start?: SimulationStart
}

/** What the proposal would do to the last billed month: begins it, shows how far it is, and what it found. */
export function SimulationSection({ proposal, stale = false, start }: SectionProps) {
  const t = useMessages(simulationMessages)
  const { simulation } = proposal
  const { progress, problem, run } = useSimulation(proposal.id, start)
  const shown = simulation?.done && !progress ? simulation : undefined
  const old = shown !== undefined && (stale || !shown.current)
  return (
    <section className={style.section} aria-busy={progress !== undefined}>
      <h2>{t('title')}</h2>
      <p className="quiet">{t('lead')}</p>
      {start ? (
        <p className={style.actions}>
          <Button
            variant={shown && !old ? 'default' : 'filled'}
            disabled={!start.allowed}
            loading={progress !== undefined}
            onClick={run}
          >
            {t(shown ? 'again' : 'start')}
          </Button>
          {start.allowed ? null : <span className="quiet">{t('mustBeRight')}</span>}
        </p>
      ) : null}
      {problem ? <Notice tone="refused">{t(problem)}</Notice> : null}
      {progress ? <ProgressPanel title={t('running')} done={progress.people} total={progress.total} /> : null}
      {old ? <Notice tone="warning">{t('stale')}</Notice> : null}
      {shown ? <Result simulation={shown} /> : progress ? null : <p>{t('none')}</p>}
    </section>
  )
}

function Result({ simulation }: { simulation: Simulation }) {
  const t = useMessages(simulationMessages)
  const format = useFormat()
  const { period, people, at, before, after, more, less, shares } = simulation
  if (period === null) return <Notice tone="warning">{t('nothingBilled')}</Notice>
  return (
    <div className={style.result}>
      <p className="quiet">
        {t('madeOf', { period: format.period(period), people, time: at ? format.instant(at) : '—' })}
      </p>
      <Unbillable simulation={simulation} />
      <dl className={style.figures}>
        <div>
          <dt>{t('total')}</dt>
          <dd>
            <DerivationPopover fen={after} size="total" explanation={sumOfShares(shares)} />
            <span className="sub">
              {t('before')} {format.yuan(before)} · {t('change')} {signed(after - before, format.yuan)}
            </span>
          </dd>
        </div>
        {(
          [
            ['more', more],
            ['less', less],
            ['same', people - more - less],
          ] as const
        ).map(([name, count]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{t('peopleOf', { count })}</dd>
          </div>
        ))}
      </dl>
      <ChangeChart simulation={simulation} />
      <SimulatedShares shares={simulation.shares} />
      <SimulatedEmployers employers={simulation.employers} />
      <SimulatedExamples examples={simulation.examples} />
    </div>
  )
}

/** The month under the proposal, by insurance and side; what a person pays is in the examples. */
function sumOfShares(shares: Simulation['shares']): Explanation {
  return explainSum(
    'TOTAL',
    shares.map(({ insurance, side, after }) =>
      explain('NOTICE_SHARE', 'BOOKED', 'FEN', after, { params: { insurance, side } }),
    ),
  )
}

function Unbillable({ simulation }: { simulation: Simulation }) {
  const t = useMessages(simulationMessages)
  const { unbillable, unbillableUnits, unbillablePeople } = simulation
  if (unbillableUnits === 0) return null
  return (
    <Notice tone="refused">
      <strong>{t('unbillableTitle', { units: unbillableUnits, people: unbillablePeople })}</strong>
      <ul className={style.list}>
        {unbillable.map(({ employerId, name, code }) => (
          <li key={employerId}>
            {name} · {t(code === 'UNIT_RATE_OUT_OF_CLASS' ? 'codeUNIT_RATE_OUT_OF_CLASS' : 'codeOTHER')}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
