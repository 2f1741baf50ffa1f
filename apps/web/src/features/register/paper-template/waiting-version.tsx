import { useMutation } from '@apollo/client/react'
import { PublishSteps } from '../../../shared/case/publish-steps.tsx'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { stepAnswer } from '../../../shared/case/use-task.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import style from './template.module.css'
import { PublishTemplateDocument, RefuseTemplateDocument, WithdrawTemplateDocument } from './template.generated.ts'
import type { TemplateRefusedFragment, TemplateVersionFragment } from './template.generated.ts'
import type { Template } from './template-texts.ts'
import { changesIn, ChangedTexts } from './changed-texts.tsx'

type Said = 'publishedDone' | 'refusedDone' | 'withdrawnDone'
type Reason = TemplateRefusedFragment['reason']
type Outcome =
  | { __typename: 'PaperTemplateVersion' }
  | ({ __typename: 'PaperTemplateRefused' } & Pick<TemplateRefusedFragment, 'reason'>)
  | ({ __typename: 'StaleDecision' } & Omit<StaleDecisionFragment, '__typename'>)

interface WaitingVersionProps {
  template: Template
  version: TemplateVersionFragment
  onDone: (said: Said) => Promise<void>
  renew: () => Promise<unknown>
}

/** A version that waits: every text before and after, from when, on what. */
export function WaitingVersion({ template, version, onDone, renew }: WaitingVersionProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { validFrom, documentNo, reason, requesterName, requestedAt } = version
  return (
    <>
      <ChangedTexts template={template} from={template.inForce?.texts ?? []} to={version.texts} />
      <div className={desk.task}>
        <div className={style.asked}>
          <Facts
            facts={[
              [t('validFrom'), format.date(validFrom)],
              [t('basis'), documentNo ?? t('noDocument')],
              [t('reason'), reason],
              [t('state'), t('by', { name: requesterName, time: format.instant(requestedAt) })],
            ]}
          />
        </div>
        <Steps key={version.mark} template={template} version={version} onDone={onDone} renew={renew} />
      </div>
    </>
  )
}

function Steps({ template, version, onDone, renew }: WaitingVersionProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const [publish] = useMutation(PublishTemplateDocument)
  const [refuse] = useMutation(RefuseTemplateDocument)
  const [withdraw] = useMutation(WithdrawTemplateDocument)
  const { id, mark: decidedOn, procedure } = version
  const variables = { id, decidedOn }
  const after = (outcome: Outcome | undefined, said: Said) =>
    stepAnswer(outcome, outcome?.__typename === 'PaperTemplateRefused' ? [outcome.reason] : undefined, () =>
      onDone(said),
    )
  const problems = ([reason]: readonly Reason[]) => (reason ? <Notice tone="refused">{t(reason)}</Notice> : null)
  const asked = () => ({
    title: t('publishTitle', { version: String(version.version) }),
    text: t('publishText', {
      template: t(template.name),
      date: format.date(version.validFrom),
      count: changesIn(template, template.inForce?.texts ?? [], version.texts).length,
    }),
  })
  return (
    <PublishSteps
      procedure={procedure}
      number={t('versionOf', { version: String(version.version) })}
      words={{
        publish: t('publish'),
        refuse: t('refuse'),
        withdraw: t('withdraw'),
        withdrawTitle: t('withdrawTitle'),
        withdrawText: t('withdrawText'),
      }}
      ask={asked}
      publish={async () => after((await publish({ variables })).data?.publishPaperTemplate, 'publishedDone')}
      refuse={async (reason) =>
        after((await refuse({ variables: { ...variables, reason } })).data?.refusePaperTemplate, 'refusedDone')
      }
      withdraw={async () => after((await withdraw({ variables })).data?.withdrawPaperTemplate, 'withdrawnDone')}
      problems={problems}
      renew={renew}
    />
  )
}
