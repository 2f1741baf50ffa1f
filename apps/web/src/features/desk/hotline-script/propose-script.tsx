import { callerPlaceholders, checkScript, figurePlaceholders, placeholderNames } from '@shebao/hotline'
import type { ScriptMatter, ScriptProblem } from '@shebao/hotline'
import { civilDateAt } from '@shebao/kernel'
import type { Control } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { DateField, TextareaField, TextField } from '../../../shared/forms/index.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { readDate } from '../../../shared/lib/typed-text.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import { valuesOf } from './script-in-use.tsx'
import { ProposeScriptDocument } from './script.generated.ts'
import type { ScriptPageQuery, ScriptRefusedFragment, ScriptVersionFragment } from './script.generated.ts'
import style from './script.module.css'

interface Proposed {
  textZh: string
  textEn: string
  sourceZh: string
  sourceEn: string
  reviewDueOn: string | null
  reason: string
}

interface ProposeScriptProps {
  matter: ScriptMatter
  inUse: Pick<ScriptVersionFragment, 'textZh' | 'textEn' | 'sourceZh' | 'sourceEn'> | null
  figures: ScriptPageQuery['hotlineScriptFigures']
  onProposed: () => Promise<void>
}

/** What is in use, to be changed in both languages; what cannot be said so stands at its field. */
export function ProposeScript({ matter, inUse, figures, onProposed }: ProposeScriptProps) {
  const t = useMessages(messages)
  const [propose] = useMutation(ProposeScriptDocument)
  const { textZh = '', textEn = '', sourceZh = '', sourceEn = '' } = inUse ?? {}
  const said = ({ code, found }: Pick<ScriptProblem, 'code' | 'found'>) =>
    t(code, { found: code === 'UNKNOWN_NAME' || code === 'OTHER_NAMES' ? `{${found}}` : found.replace('-', '–') })
  const wrong = ({ reviewDueOn, reason, ...text }: Proposed) => {
    const late = reviewDueOn !== null && readDate(reviewDueOn) === reviewDueOn && reviewDueOn > civilDateAt(new Date())
    return {
      // The first of a field is mended first.
      ...Object.fromEntries(
        checkScript(text)
          .toReversed()
          .map((problem) => [problem.field, said(problem)]),
      ),
      ...(late ? {} : { reviewDueOn: t('reviewDueOnWrong') }),
      ...(isText(reason) ? {} : { reason: t('reasonHint') }),
    }
  }
  const take = async ({ reviewDueOn, ...given }: Proposed) => {
    if (reviewDueOn === null) return []
    const outcome = (await propose({ variables: { input: { ...given, matter, reviewDueOn } } })).data
      ?.proposeHotlineScript
    if (outcome?.__typename === 'HotlineScriptRefused') return [outcome]
    await onProposed()
    return []
  }
  return (
    <div className={style.propose}>
      <StepForm<Proposed, ScriptRefusedFragment>
        blank={{ textZh, textEn, sourceZh, sourceEn, reviewDueOn: null, reason: '' }}
        fields={(control) => <Fields control={control} figures={figures} />}
        wrong={wrong}
        verb={t('propose')}
        take={take}
        problems={([refused]) =>
          refused ? (
            <Notice tone="refused">
              {t(refused.reason)}
              {refused.problems.length > 0 ? (
                <ul className={desk.problems}>
                  {refused.problems.map((problem) => (
                    <li key={`${problem.field} ${problem.code} ${problem.found}`}>
                      {t(problem.field)} · {said(problem)}
                    </li>
                  ))}
                </ul>
              ) : null}
            </Notice>
          ) : null
        }
      />
    </div>
  )
}

function Fields({ control, figures }: { control: Control<Proposed> } & Pick<ProposeScriptProps, 'figures'>) {
  const t = useMessages(messages)
  return (
    <>
      <div className={style.pair}>
        {(['textZh', 'textEn'] as const).map((name) => (
          <TextareaField
            key={name}
            control={control}
            name={name}
            label={t(name)}
            hint={t('textHint')}
            rows={8}
            maxLength={800}
          />
        ))}
      </div>
      <Names figures={figures} />
      <div className={style.pair}>
        {(['sourceZh', 'sourceEn'] as const).map((name) => (
          <TextField
            key={name}
            control={control}
            name={name}
            label={t(name)}
            hint={t('sourceHint')}
            autoComplete="off"
            maxLength={200}
          />
        ))}
      </div>
      <div className={style.narrow}>
        <DateField control={control} name="reviewDueOn" label={t('reviewDueOn')} />
        <TextareaField
          control={control}
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          rows={2}
          maxLength={500}
        />
      </div>
    </>
  )
}

/** Every name that something is put in for, with what it is today. */
function Names({ figures }: Pick<ProposeScriptProps, 'figures'>) {
  const t = useMessages(messages)
  const meanings = placeholderNames[useLanguage().language]
  const values = valuesOf(figures)
  return (
    <details>
      <summary>{t('names')}</summary>
      <ul className={style.names}>
        {[...figurePlaceholders, ...callerPlaceholders].map((name) => {
          const value = values[name]
          return (
            <li key={name}>
              <code>{`{${name}}`}</code>
              {value === undefined
                ? t('nameIs', { meaning: meanings[name] })
                : t('nameNow', { meaning: meanings[name], value })}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
