import { sectionName, stepOfIssue, UNIT_SECTIONS } from '@shebao/declaration-rules'
import type { StepId, UnitSection } from '@shebao/declaration-rules'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { TaskList, type Task, type TaskState } from '../../../shared/case/task-list.tsx'
import { InspectionStepsFragmentDoc } from './inspection-steps.generated.ts'
import type { InspectionStepsFragment } from './inspection-steps.generated.ts'
import style from './inspection.module.css'
import { messages } from './messages.ts'

type Step = InspectionStepsFragment['steps'][number]

const pages: Partial<Record<StepId, string>> = {
  personnel: '/employer/inspection/personnel',
  compare: '/employer/inspection/compare',
  review: '/employer/inspection/review',
  print: '/employer/inspection/print',
  paper: '/employer/inspection/print',
}

export function stepPath(id: StepId): string {
  return pages[id] ?? `/employer/inspection/unit/${id}`
}

export function nextStepPath(steps: readonly Pick<Step, 'id' | 'state'>[]): string | undefined {
  const next = steps.find(({ state }) => state === 'TODO')
  return next && stepPath(next.id)
}

const stepMessages = {
  personnel: 'stepPersonnel',
  compare: 'stepCompare',
  review: 'stepReview',
  print: 'stepPrint',
  paper: 'stepPaper',
} as const
const groups = [
  ['unit', 'groupUnit'],
  ['people', 'groupPeople'],
  ['finish', 'groupFinish'],
] as const
const blocks = [
  'PERSONNEL_FIRST',
  'INCOMPLETE',
  'ROSTER_STALE',
  'NOT_RESOLVED',
  'SUBMIT_FIRST',
  'APPROVAL_FIRST',
] as const

export function useStepName(): (id: StepId) => string {
  const t = useMessages(messages)
  const { language } = useLanguage()
  return (id) => {
    const section = UNIT_SECTIONS.find((known): known is UnitSection => known === id)
    return section ? sectionName(section, language) : t(stepMessages[id as keyof typeof stepMessages])
  }
}

/** The form as a list of tasks in three groups, each with what is missing in it. */
export function InspectionSteps(props: { inspection: FragmentType<InspectionStepsFragment> }) {
  const inspection = useOwnFields(InspectionStepsFragmentDoc, props.inspection)
  const t = useMessages(messages)
  const nameOfStep = useStepName()
  const detailOf = (step: Step): string => {
    const notes = inspection.notes.filter(
      ({ path, state }) =>
        state === 'OPEN' && stepOfIssue({ path, field: path.replace(/^unit\./, '').replace(/\[.*$/, '') }) === step.id,
    )
    return [
      notes.length > 0 ? t('notesHere', { count: notes.length }) : '',
      step.id === 'personnel' && inspection.people > 0 ? t('people', { count: inspection.people }) : '',
      step.warnings > 0 && step.id !== 'review' ? t('warningsToo', { count: step.warnings }) : '',
    ]
      .filter((line) => line !== '')
      .join(' · ')
  }
  const toTask = (step: Step): Task => ({
    id: step.id,
    title: nameOfStep(step.id),
    to: stepPath(step.id),
    state: stateOf(step),
    detail: detailOf(step),
  })
  const stateOf = (step: Step): TaskState => {
    if (step.state === 'DONE') return { kind: 'done' }
    if (step.state === 'TODO') return step.missing > 0 ? { kind: 'missing', count: step.missing } : { kind: 'todo' }
    const code = blocks.find((known) => known === step.blockedBy)
    return { kind: 'blocked', because: code ? t(`blocked${code}`) : '' }
  }
  return (
    <div className={style.groups}>
      {groups.map(([group, title]) => (
        <section key={group}>
          <h2>{t(title)}</h2>
          <TaskList label={t(title)} tasks={inspection.steps.filter((step) => step.group === group).map(toTask)} />
        </section>
      ))}
    </div>
  )
}
