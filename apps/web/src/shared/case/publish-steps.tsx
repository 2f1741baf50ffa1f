import type { ReactNode } from 'react'
import { Notice } from '../ui/notice.tsx'
import { DeskSteps } from './desk-task.tsx'
import style from './publish-steps.module.css'
import { RefuseStep } from './refuse-step.tsx'
import { StepForm } from './step-form.tsx'
import { stepAnswer } from './use-task.ts'

type StepsOfCase = Parameters<typeof DeskSteps>[0]['steps']
type Outcome<Reason> = { __typename: string; reason?: Reason } | undefined

interface PublishStepsProps<Reason> {
  procedure: StepsOfCase
  /** The step by which it comes to hold. */
  event?: 'PUBLISH' | 'CONFIRM'
  /** What is decided on, as a person calls it. */
  number: string
  words: (key: 'refuse' | 'withdraw' | 'withdrawTitle' | 'withdrawText' | Reason) => string
  /** What the button of that step says. */
  verb: string
  /** What is asked once more before it is published. */
  ask: () => { title: string; text: string }
  publish: () => Promise<Outcome<Reason>>
  refuse: (reason: string) => Promise<Outcome<Reason>>
  withdraw: () => Promise<Outcome<Reason>>
  onDone: (said: 'publishedDone' | 'refusedDone' | 'withdrawnDone') => Promise<void>
  renew: () => Promise<unknown>
  /** A step of what was published. */
  children?: ReactNode
}

/** What one proposed and somebody else publishes or refuses; who proposed it may take it back. */
export function PublishSteps<Reason extends string>(props: PublishStepsProps<Reason>) {
  const { procedure, event = 'PUBLISH', number, words, verb, ask, publish, refuse, withdraw, onDone, renew } = props
  const mayTake = (step: string) => procedure.some((each) => each.event === step && each.standing === 'MAY')
  const after = async (taken: Promise<Outcome<Reason>>, said: Parameters<typeof onDone>[0]) => {
    const outcome = await taken
    return stepAnswer(outcome, outcome?.reason === undefined ? undefined : [outcome.reason], () => onDone(said))
  }
  const problems = ([reason]: readonly Reason[]) => (reason ? <Notice tone="refused">{words(reason)}</Notice> : null)
  const shared = { blank: {}, problems, renew }
  const own = <StepForm {...shared} verb={verb} ask={ask} take={() => after(publish(), 'publishedDone')} />
  return (
    <div>
      <DeskSteps
        steps={procedure}
        own={mayTake(event) ? { event, form: own } : undefined}
        refuse={
          <RefuseStep
            reader="PROPOSER"
            number={number}
            verb={words('refuse')}
            take={(reason) => after(refuse(reason), 'refusedDone')}
            problems={problems}
            renew={renew}
          />
        }
      />
      {mayTake('WITHDRAW') && !mayTake(event) ? (
        <div className={style.withdraw}>
          <StepForm
            {...shared}
            aside
            verb={words('withdraw')}
            ask={() => ({ title: words('withdrawTitle'), text: words('withdrawText') })}
            take={() => after(withdraw(), 'withdrawnDone')}
          />
        </div>
      ) : null}
      {props.children}
    </div>
  )
}
