import { Button } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useDeriveSimulation } from './use-derive-simulation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { ProgressPanel } from '../../../shared/ui/progress-panel.tsx'
import { ChangeChart } from './change-chart.tsx'
import sheet from './policy.module.css'
import style from './simulation-section.module.css'
import type { Simulation } from './proposal-type.ts'
import { SimulatedAmount } from './simulated-amount.tsx'
import { SimulatedEmployers, SimulatedExamples, SimulatedShares } from './simulation-tables.tsx'
import { simulationMessages } from './simulation-messages.ts'
import { useSimulation } from './use-simulation.ts'
import type { SimulationStart } from './use-simulation.ts'

interface SectionProps {
  proposalId: string
  simulation: Simulation | null
  /** Something was typed since the proposal was read. */
  stale?: boolean
  /** For those who may simulate. */
  start?: SimulationStart
}

/** What the proposal would do to the last billed month: begins it, shows how far it is, and what it found. */
export function SimulationSection({ proposalId, simulation, stale = false, start }: SectionProps) {
  const t = useMessages(simulationMessages)
  const { progress, problem, run } = useSimulation(proposalId, start)
  const shown = simulation?.done && !progress ? simulation : undefined
  const old = shown !== undefined && (stale || !shown.current)
  return (
    <section className={sheet.section} aria-busy={progress !== undefined}>
      <h2>{t('title')}</h2>
      <p className="quiet">{t('lead')}</p>
      {start ? (
        <p className={sheet.actions}>
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
      {shown ? <Result id={proposalId} simulation={shown} /> : progress ? null : <p>{t('none')}</p>}
    </section>
  )
}

function Result({ id, simulation }: { id: string; simulation: Simulation }) {
  const t = useMessages(simulationMessages)
  const format = useFormat()
  const figures = useDeriveSimulation(id)
  const derive = simulation.derivable ? figures : undefined
  const { period, people, at, before, after, more, less } = simulation
  if (period === null) return <Notice tone="warning">{t('nothingBilled')}</Notice>
  return (
    <div className={sheet.result}>
      <p className="quiet">
        {t('madeOf', { period: format.period(period), people, time: at ? format.instant(at) : '—' })}
      </p>
      <Unbillable simulation={simulation} />
      <dl className={style.figures}>
        <div>
          <dt>{t('total')}</dt>
          <dd>
            <SimulatedAmount fen={after} size="total" derive={derive?.total('after')} />
            <span className="sub">
              {t('before')} <SimulatedAmount fen={before} sign derive={derive?.total('before')} /> · {t('change')}{' '}
              <SimulatedAmount fen={after - before} sign change derive={derive?.total('change')} />
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
      <ChangeChart simulation={simulation} derive={derive} />
      <SimulatedShares shares={simulation.shares} derive={derive} />
      <SimulatedEmployers employers={simulation.employers} derive={derive} />
      <SimulatedExamples examples={simulation.examples} />
    </div>
  )
}

function Unbillable({ simulation }: { simulation: Simulation }) {
  const t = useMessages(simulationMessages)
  const { unbillable, unbillableUnits, unbillablePeople } = simulation
  if (unbillableUnits === 0) return null
  return (
    <Notice tone="refused">
      <strong>{t('unbillableTitle', { units: unbillableUnits, people: unbillablePeople })}</strong>
      <ul className={sheet.list}>
        {unbillable.map(({ employerId, name, code }) => (
          <li key={employerId}>
            {name} · {t(code === 'UNIT_RATE_OUT_OF_CLASS' ? 'codeUNIT_RATE_OUT_OF_CLASS' : 'codeOTHER')}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
