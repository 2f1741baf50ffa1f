import { useWatch, type Control } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { DateField, IntegerField, SelectField, TextareaField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { readDate } from '../../../shared/lib/typed-text.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { ProposeFigureDocument } from './figure.generated.ts'
import type { FigureStepRefusedFragment, ServiceFigureRowFragment } from './figure.generated.ts'
import { fits, useFigureText } from './figure-text.ts'
import { messages } from './messages.ts'

interface Proposed {
  name: string | null
  /** The text itself while it is no whole number. */
  value: number | string | null
  validFrom: string | null
  documentNo: string
  reason: string
}
const blank: Proposed = { name: null, value: null, validFrom: null, documentNo: '', reason: '' }
type Figures = readonly ServiceFigureRowFragment[]
const named = (figures: Figures, name: string | null) => figures.find((figure) => figure.name === name)
/** Nothing is no document; one character is none either. */
const isDocument = (text: string) => text.trim().length !== 1

/** Another value from a day on; of the figure that is chosen it says what it may be and what becomes of what runs already. */
export function ProposeFigure({ figures, onProposed }: { figures: Figures; onProposed: () => Promise<void> }) {
  const t = useMessages(messages)
  const text = useFigureText()
  const [propose] = useMutation(ProposeFigureDocument)
  const take = async ({ name, value, validFrom, documentNo, reason }: Proposed) => {
    const figure = named(figures, name)
    if (!figure || typeof value !== 'number' || validFrom === null) return []
    const input = { name: figure.name, value, validFrom, documentNo: documentNo.trim() || null, reason }
    const outcome = (await propose({ variables: { input } })).data?.proposeFigure
    if (outcome?.__typename === 'FigureChangeRefused') return [outcome.reason]
    await onProposed()
    return []
  }
  return (
    <StepForm<Proposed, FigureStepRefusedFragment['reason']>
      blank={blank}
      fields={(control) => <Fields control={control} figures={figures} />}
      wrong={({ name, value, validFrom, documentNo, reason }) => {
        const figure = named(figures, name)
        return {
          ...(figure ? {} : { name: t('figureWrong') }),
          ...(figure && !(typeof value === 'number' && fits(figure, value))
            ? { value: t('valueWrong', { allowed: text.allowed(figure) }) }
            : {}),
          ...(validFrom !== null && readDate(validFrom) === validFrom ? {} : { validFrom: t('validFromWrong') }),
          ...(isDocument(documentNo) ? {} : { documentNo: t('documentNoWrong') }),
          ...(isText(reason) ? {} : { reason: t('reasonHint') }),
        }
      }}
      verb={t('propose')}
      take={take}
      problems={([reason]) => (reason ? <Notice tone="refused">{t(reason)}</Notice> : null)}
    />
  )
}

function Fields({ control, figures }: { control: Control<Proposed>; figures: Figures }) {
  const t = useMessages(messages)
  const text = useFigureText()
  const figure = named(figures, useWatch({ control, name: 'name' }))
  return (
    <>
      <SelectField
        control={control}
        name="name"
        label={t('figure')}
        {...(figure ? { hint: text.effect(figure.name) } : {})}
        options={figures.map(({ name }) => ({ value: name, label: text.name(name) }))}
      />
      <IntegerField
        control={control}
        name="value"
        label={t('value')}
        {...(figure
          ? { hint: `${t('now')} ${text.value(figure, figure.value)} · ${t('allowed')} ${text.allowed(figure)}` }
          : {})}
      />
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
