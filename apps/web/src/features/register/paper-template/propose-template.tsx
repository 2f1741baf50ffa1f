import type { Control } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { DateField, TextareaField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { readDate } from '../../../shared/lib/typed-text.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import { ProposeTemplateDocument } from './template.generated.ts'
import type { TemplateRefusedFragment } from './template.generated.ts'
import { proposedTexts, releasedText, textIn } from './template-texts.ts'
import type { Template, Typed } from './template-texts.ts'
import { braced, idOf } from './text-editor.tsx'

interface Proposed {
  validFrom: string | null
  documentNo: string
  reason: string
}
const blank: Proposed = { validFrom: null, documentNo: '', reason: '' }
/** Nothing is no document; one character is none either. */
const isDocument = (text: string) => text.trim().length !== 1

interface ProposeTemplateProps {
  template: Template
  typed: Typed
  /** Places that were changed. */
  changed: number
  onProposed: () => Promise<void>
}

/** What was changed above goes to a second person, from a day on. Texts that cannot be so are named, each with the way to it. */
export function ProposeTemplate({ template, typed, changed, onProposed }: ProposeTemplateProps) {
  const t = useMessages(messages)
  const [propose] = useMutation(ProposeTemplateDocument)
  if (changed === 0) return <p className="quiet">{t('nothingChanged')}</p>
  const take = async ({ validFrom, documentNo, reason }: Proposed) => {
    if (validFrom === null) return []
    const texts = proposedTexts(template, typed)
    const input = { name: template.name, texts, validFrom, documentNo: documentNo.trim() || null, reason }
    const outcome = (await propose({ variables: { input } })).data?.proposePaperTemplate
    if (outcome?.__typename === 'PaperTemplateRefused') return [outcome]
    await onProposed()
    return []
  }
  return (
    <>
      <p>{t('proposeText', { count: changed })}</p>
      <StepForm<Proposed, TemplateRefusedFragment>
        blank={blank}
        fields={(control) => <Fields control={control} />}
        wrong={({ validFrom, documentNo, reason }) => ({
          ...(validFrom !== null && readDate(validFrom) === validFrom ? {} : { validFrom: t('validFromWrong') }),
          ...(isDocument(documentNo) ? {} : { documentNo: t('documentNoWrong') }),
          ...(isText(reason) ? {} : { reason: t('reasonHint') }),
        })}
        verb={t('propose')}
        take={take}
        problems={([refused]) => (refused ? <Refused template={template} typed={typed} refused={refused} /> : null)}
      />
    </>
  )
}

interface RefusedProps {
  template: Template
  typed: Typed
  refused: TemplateRefusedFragment
}

function Refused({ template, typed, refused: { reason, texts } }: RefusedProps) {
  const t = useMessages(messages)
  return (
    <Notice tone="refused">
      {t(reason)}
      {texts.length > 0 ? (
        <ul className={desk.problems}>
          {texts.map(({ language, place: at, problem }) => {
            const place = template.places.find((known) => known.place === at)
            const said = place ? (typed[at]?.[language] ?? textIn(template.inForce?.texts ?? [], place, language)) : at
            const names = braced(place?.names ?? [])
            return (
              <li key={`${language} ${at}`}>
                <a href={`#${idOf(at)}`}>{said.trim() || (place ? releasedText(place, language) : at)}</a>
                {' · '}
                {t(language === 'EN' ? 'english' : 'chinese')}
                {' · '}
                {problem === 'NAMES' ? (names ? t('NAMES', { names }) : t('NAMES_NONE')) : t(problem)}
              </li>
            )
          })}
        </ul>
      ) : null}
    </Notice>
  )
}

function Fields({ control }: { control: Control<Proposed> }) {
  const t = useMessages(messages)
  return (
    <>
      <DateField control={control} name="validFrom" label={t('validFrom')} />
      <TextField control={control} name="documentNo" label={t('documentNo')} autoComplete="off" maxLength={100} />
      <TextareaField
        control={control}
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        rows={2}
        maxLength={500}
      />
    </>
  )
}
