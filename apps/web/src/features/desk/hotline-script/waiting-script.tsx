import type { ScriptMatter } from '@shebao/hotline'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { PublishSteps } from '../../../shared/case/publish-steps.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { BeforeAfter } from '../../../shared/ui/before-after.tsx'
import desk from '../../../shared/ui/desk.module.css'
import { Facts } from '../../../shared/ui/facts.tsx'
import { matterWords } from './matter-words.ts'
import { messages } from './messages.ts'
import { PublishScriptDocument, RefuseScriptDocument, WithdrawScriptDocument } from './script.generated.ts'
import type { ScriptPageQuery, ScriptVersionFragment } from './script.generated.ts'
import style from './script.module.css'
import type { Said } from './said.ts'

interface WaitingScriptProps {
  matter: ScriptMatter
  inUse: ScriptVersionFragment | null
  version: NonNullable<ScriptPageQuery['hotlineScript']['waiting']>
  onDone: (said: Said) => Promise<void>
  renew: () => Promise<unknown>
}

const texts = ['textZh', 'sourceZh', 'textEn', 'sourceEn'] as const

/** A version that waits: what changes in both languages, why, and by when it is looked at again. */
export function WaitingScript(props: WaitingScriptProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { inUse, version } = props
  const changed = texts.filter((name) => version[name] !== (inUse?.[name] ?? ''))
  return (
    <>
      {changed.map((name) => (
        <div key={name} className={style.changed}>
          <h3>{t(name)}</h3>
          <BeforeAfter
            before={inUse?.[name] ?? ''}
            after={version[name]}
            language={name.endsWith('En') ? 'en' : 'zh-CN'}
          />
        </div>
      ))}
      <div className={desk.task}>
        <div>
          <Facts
            facts={[
              [t('reason'), version.reason],
              [t('reviewDueOn'), format.date(version.reviewDueOn)],
              [t('state'), t('by', { name: version.requesterName ?? '', time: format.instant(version.requestedAt) })],
            ]}
          />
        </div>
        <Steps key={version.mark} {...props} />
      </div>
    </>
  )
}

function Steps({ matter, version, onDone, renew }: WaitingScriptProps) {
  const t = useMessages(messages)
  const word = useMessages(matterWords)
  const [publish] = useMutation(PublishScriptDocument)
  const [refuse] = useMutation(RefuseScriptDocument)
  const [withdraw] = useMutation(WithdrawScriptDocument)
  const { id, mark: decidedOn, procedure } = version
  const variables = { id, decidedOn }
  const named = { version: String(version.version), matter: word(matter) }
  return (
    <PublishSteps
      procedure={procedure}
      number={t('versionOf', { version: named.version })}
      words={t}
      verb={t('publish')}
      ask={() => ({ title: t('publishTitle', named), text: t('publishText', { matter: named.matter }) })}
      publish={async () => (await publish({ variables })).data?.publishHotlineScript}
      refuse={async (reason) => (await refuse({ variables: { ...variables, reason } })).data?.refuseHotlineScript}
      withdraw={async () => (await withdraw({ variables })).data?.withdrawHotlineScript}
      onDone={onDone}
      renew={renew}
    />
  )
}
