import { useMutation } from '../../../shared/data/hooks.tsx'
import { PublishSteps } from '../../../shared/case/publish-steps.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Facts } from '../../../shared/ui/facts.tsx'
import { messages } from './messages.ts'
import style from './template.module.css'
import { PublishTemplateDocument, RefuseTemplateDocument, WithdrawTemplateDocument } from './template.generated.ts'
import type { TemplateVersionFragment } from './template.generated.ts'
import type { Template } from './template-texts.ts'
import { changesIn, ChangedTexts } from './changed-texts.tsx'

type Said = 'publishedDone' | 'refusedDone' | 'withdrawnDone'

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
      words={t}
      verb={t('publish')}
      ask={asked}
      publish={async () => (await publish({ variables })).data?.publishPaperTemplate}
      refuse={async (reason) => (await refuse({ variables: { ...variables, reason } })).data?.refusePaperTemplate}
      withdraw={async () => (await withdraw({ variables })).data?.withdrawPaperTemplate}
      onDone={onDone}
      renew={renew}
    />
  )
}
