import type { ReactNode } from 'react'
import { DeskSteps } from './desk-task.tsx'
import style from './publish-steps.module.css'
import { RefuseStep } from './refuse-step.tsx'
import { StepForm, type StepAnswer } from './step-form.tsx'

type StepsOfCase = Parameters<typeof DeskSteps>[0]['steps']

interface PublishStepsProps<Problem> {
  procedure: StepsOfCase
  /** What is decided on, as a person calls it. */
  number: string
  words: Record<'publish' | 'refuse' | 'withdraw' | 'withdrawTitle' | 'withdrawText', string>
  /** What is asked once more before it is published. */
  ask: () => { title: string; text: string }
  publish: () => Promise<StepAnswer<Problem>>
  refuse: (reason: string) => Promise<StepAnswer<Problem>>
  withdraw: () => Promise<StepAnswer<Problem>>
  problems: (problems: readonly Problem[]) => ReactNode
  renew: () => Promise<unknown>
}

/** What one proposed and somebody else publishes or refuses; who proposed it may take it back. */
export function PublishSteps<Problem>(props: PublishStepsProps<Problem>) {
  const { procedure, number, words, ask, publish, refuse, withdraw, problems, renew } = props
  const mayTake = (event: string) => procedure.some((step) => step.event === event && step.standing === 'MAY')
  const shared = { blank: {}, problems, renew }
  return (
    <div>
      <DeskSteps
        steps={procedure}
        own={
          mayTake('PUBLISH')
            ? { event: 'PUBLISH', form: <StepForm {...shared} verb={words.publish} ask={ask} take={publish} /> }
            : undefined
        }
        refuse={
          <RefuseStep
            reader="PROPOSER"
            number={number}
            verb={words.refuse}
            take={refuse}
            problems={problems}
            renew={renew}
          />
        }
      />
      {mayTake('WITHDRAW') && !mayTake('PUBLISH') ? (
        <div className={style.withdraw}>
          <StepForm
            {...shared}
            aside
            verb={words.withdraw}
            ask={() => ({ title: words.withdrawTitle, text: words.withdrawText })}
            take={withdraw}
          />
        </div>
      ) : null}
    </div>
  )
}
