import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { employerSorts, typedOf, wrongFields } from './employer-filter.ts'
import type { TypedFilter } from './employer-filter.ts'
import type { EmployerSort } from './employers.generated.ts'
import style from './employers-page.module.css'
import { messages } from './messages.ts'

/** What is chosen goes into the address, so that a selection can be kept and passed on. */
export function FilterForm({ sort }: { sort: EmployerSort }) {
  const t = useMessages(messages)
  const [params, setParams] = useSearchParams()
  const [typed, setTyped] = useState<TypedFilter>(() => typedOf(params))
  const [wrong, setWrong] = useState<ReadonlySet<keyof TypedFilter>>(() => wrongFields(typedOf(params)))
  // The address was changed by something else, such as a view that somebody keeps: the fields say what it says.
  const [read, setRead] = useState(params.toString())
  if (read !== params.toString()) {
    setRead(params.toString())
    setTyped(typedOf(params))
    setWrong(wrongFields(typedOf(params)))
  }
  const words = { text: t('longText'), owedFrom: t('badYuan'), daysFrom: t('badDays') }
  const field = (name: keyof TypedFilter) => ({
    size: 'sm' as const,
    label: t(name),
    value: typed[name],
    autoComplete: 'off',
    error: wrong.has(name) ? words[name] : undefined,
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  })
  const go = (chosen: TypedFilter, order: string) => {
    const given = { sort: order, text: chosen.text.trim(), owed: chosen.owedFrom.trim(), days: chosen.daysFrom.trim() }
    setParams(Object.entries(given).filter(([, value]) => value !== ''))
  }
  const filtered = typed.text !== '' || typed.owedFrom !== '' || typed.daysFrom !== ''
  return (
    <form
      className={style.filter}
      noValidate
      aria-label={t('filter')}
      onSubmit={(event) => {
        event.preventDefault()
        const found = wrongFields(typed)
        setWrong(found)
        if (found.size === 0) go(typed, sort)
      }}
    >
      <TextInput {...field('text')} placeholder={t('textHint')} className={style.text} />
      <TextInput {...field('owedFrom')} inputMode="decimal" />
      <TextInput {...field('daysFrom')} inputMode="numeric" />
      <NativeSelect
        size="sm"
        label={t('sort')}
        value={sort}
        data={employerSorts.map((value) => ({ value, label: t(`sort${value}`) }))}
        onChange={(event) => go(typedOf(params), event.currentTarget.value)}
      />
      <div className={style.buttons}>
        <Button type="submit" size="sm">
          {t('apply')}
        </Button>
        {filtered ? (
          <Button
            size="sm"
            variant="subtle"
            onClick={() => {
              const nothing = { text: '', owedFrom: '', daysFrom: '' }
              setTyped(nothing)
              setWrong(new Set())
              go(nothing, sort)
            }}
          >
            {t('reset')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
