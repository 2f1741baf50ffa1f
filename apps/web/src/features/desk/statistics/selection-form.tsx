import { NativeSelect } from '@mantine/core'
import { answerName, INDUSTRIES } from '@shebao/declaration-rules'
import { FIVE_INSURANCES } from '@shebao/kernel'
import { useSearchParams } from 'react-router'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { messages } from './messages.ts'
import { monthsOf } from './selection.ts'
import type { Outlook, Selection } from './selection.ts'
import style from './statistics.module.css'
import { districtName } from './names.ts'

interface SelectionFormProps {
  outlook: Outlook
  selection: Selection
  monthsOnly: boolean
}

/** What is chosen goes into the address, so that it can be kept and passed on. */
export function SelectionForm({ outlook, selection, monthsOnly }: SelectionFormProps) {
  const t = useMessages(messages)
  const insurances = useMessages(insuranceWords)
  const { language } = useLanguage()
  const format = useFormat()
  const [, setParams] = useSearchParams()
  const put = (name: keyof Selection) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        // A first month after the last one takes the last one along, and the other way round.
        if (name === 'from' && value > selection.to) next.set('to', value)
        if (name === 'to' && value < selection.from) next.set('from', value)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { preventScrollReset: true },
    )
  }
  const months = monthsOf(outlook, selection).map((value) => ({ value, label: format.period(value) }))
  const field = (name: keyof Selection, data: readonly { value: string; label: string }[]) => (
    <NativeSelect size="sm" label={t(name)} value={selection[name] ?? ''} data={[...data]} onChange={put(name)} />
  )
  return (
    <form className={style.filter} aria-label={t('filter')} onSubmit={(event) => event.preventDefault()}>
      {field('from', months)}
      {field('to', months)}
      {monthsOnly ? null : (
        <>
          {field('insurance', [
            { value: '', label: t('allInsurances') },
            ...FIVE_INSURANCES.map((value) => ({ value, label: insurances(value) })),
          ])}
          {field('industry', [
            { value: '', label: t('allIndustries') },
            ...INDUSTRIES.map((value) => ({ value, label: answerName('industry', value, language) })),
          ])}
          {field('district', [
            { value: '', label: t('allDistricts') },
            ...outlook.districts
              .filter(({ code }) => code !== '')
              .map(({ code }) => ({ value: code, label: districtName(outlook, code, language) ?? code })),
          ])}
        </>
      )}
    </form>
  )
}
