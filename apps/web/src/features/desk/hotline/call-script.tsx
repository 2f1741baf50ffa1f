import { NativeSelect } from '@mantine/core'
import { scriptMatters } from '@shebao/hotline'
import type { ScriptMatter } from '@shebao/hotline'
import type { Language } from '@shebao/kernel'
import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { matterWords, ScriptBody } from '../hotline-script/index.ts'
import { HotlineSaidDocument } from './hotline.generated.ts'
import type { CallOnDeskFragment, HotlineCallerQuery, HotlineSaidQuery } from './hotline.generated.ts'
import style from './hotline.module.css'
import { scriptMessages } from './script-messages.ts'

interface CallScriptProps {
  call: CallOnDeskFragment
  /** Nothing before the check: then nobody is named. */
  caller: HotlineCallerQuery['hotlineCaller'] | undefined
}

/** What the agent says: for the check first, then for what the caller wants, or for any matter that is chosen. */
export function CallScript({ call, caller }: CallScriptProps) {
  const t = useMessages(scriptMessages)
  const word = useMessages(matterWords)
  const { language } = useLanguage()
  const { data, error } = useQuery(HotlineSaidDocument)
  const checked = call.card !== null
  const [chosen, setChosen] = useState<{ matter: ScriptMatter; checked: boolean }>()
  // What was chosen for the check is over with it.
  const matter = chosen?.checked === checked ? chosen.matter : suggestedFor(call, checked)
  if (error && !data) return <Notice tone="warning">{t('failed')}</Notice>
  const script = data?.hotlineScripts.find((one) => one.matter === matter)?.inUse
  return (
    <section className={style.script} aria-labelledby="script">
      <h3 id="script">{t('title')}</h3>
      <NativeSelect
        label={t('matter')}
        value={matter ?? ''}
        data={[
          ...(matter ? [] : [{ value: '', label: t('choose') }]),
          ...scriptMatters.map((value) => ({ value, label: word(value) })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          const found = scriptMatters.find((one) => one === value)
          if (found) setChosen({ matter: found, checked })
        }}
      />
      <div className={style.said} aria-live="polite">
        {script && data ? (
          <Said script={script} language={language} figures={data.hotlineScriptFigures} call={call} caller={caller} />
        ) : null}
        {data && matter && !script ? <p className={style.hint}>{t('none')}</p> : null}
      </div>
    </section>
  )
}

/** Before the check that alone; after it what the caller keyed in, where they did. */
function suggestedFor({ wish }: CallOnDeskFragment, checked: boolean): ScriptMatter | undefined {
  if (!checked) return 'IDENTITY_CHECK'
  return wish === null || wish === 'AGENT' ? undefined : wish
}

interface SaidProps extends CallScriptProps {
  script: NonNullable<HotlineSaidQuery['hotlineScripts'][number]['inUse']>
  figures: HotlineSaidQuery['hotlineScriptFigures']
  language: Language
}

/** In the agent's language, and below it in the caller's where that is another. */
function Said({ script, figures, language, call, caller }: SaidProps) {
  const t = useMessages(scriptMessages)
  const values = {
    ...Object.fromEntries(figures.map(({ name, value }) => [name, value])),
    ...(caller ? { caller: caller.nameMasked, idNumber: caller.idMasked } : {}),
    ...(caller && call.card ? { cardNumber: call.card.numberMasked } : {}),
  }
  const other = language === 'en' ? 'zh-CN' : 'en'
  const textIn = (one: Language) => (one === 'en' ? script.textEn : script.textZh)
  const callerSpeaksOther = (call.language === 'en') !== (language === 'en')
  return (
    <>
      {script.reviewOverdue ? <Notice tone="warning">{t('overdue')}</Notice> : null}
      <ScriptBody text={textIn(language)} language={language} values={values} />
      <p className={style.hint}>{t('source', { source: language === 'en' ? script.sourceEn : script.sourceZh })}</p>
      {callerSpeaksOther ? (
        <details open>
          <summary>{t(other === 'en' ? 'inEnglish' : 'inChinese')}</summary>
          <ScriptBody text={textIn(other)} language={other} values={values} />
        </details>
      ) : null}
    </>
  )
}
