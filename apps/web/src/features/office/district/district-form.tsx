import { Button } from '@mantine/core'
import { useForm, type FieldErrors } from 'react-hook-form'
import { useDistricts, usePlaceName } from '../../../shared/case/use-districts.ts'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { ChecksField, TextField, type CheckOption } from '../../../shared/forms/index.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { SaveDistrictDocument } from './district.generated.ts'
import type { DistrictsQuery } from './district.generated.ts'
import style from './district.module.css'
import { messages } from './messages.ts'
import { useDistrictDeed } from './use-district-deed.ts'

interface Values {
  code: string
  nameZh: string
  nameEn: string
  regions: readonly string[]
}
const blank: Values = { code: '', nameZh: '', nameEn: '', regions: [] }

type Office = DistrictsQuery['districtOffices'][number]

interface DistrictFormProps {
  /** The office that changes; nothing for a new one. */
  office?: Office
  /** All there are: a district of one cannot be given to another. */
  offices: readonly Office[]
  verb: string
  onChanged: () => Promise<unknown>
  onCancel?: () => void
}

/** What an office is called and which regions are its own. */
export function DistrictForm({ office, offices, verb, onChanged, onCancel }: DistrictFormProps) {
  const t = useMessages(messages)
  const [save, { loading }] = useMutation(SaveDistrictDocument)
  const { problem, settle } = useDistrictDeed(onChanged)
  const options = useDistrictsToGive(office, offices)
  const { control, handleSubmit, reset } = useForm<Values>({
    defaultValues: office ?? blank,
    resolver: (given) => {
      const short = (name: string) => [...name.trim()].length < 2
      const errors: FieldErrors<Values> = {
        ...(/^[A-Za-z0-9]{2,6}$/.test(given.code.trim()) ? {} : { code: { type: 'value', message: t('codeHint') } }),
        ...(short(given.nameZh) ? { nameZh: { type: 'value', message: t('nameHint') } } : {}),
        ...(short(given.nameEn) ? { nameEn: { type: 'value', message: t('nameHint') } } : {}),
        ...(given.regions.length > 0 ? {} : { regions: { type: 'value', message: t('regionsMissing') } }),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: given, errors: {} }
    },
  })
  const submit = handleSubmit(async ({ code, nameZh, nameEn, regions }) => {
    const variables = { id: office?.id ?? null, code, nameZh, nameEn, regions: [...regions] }
    const gone = await settle(save({ variables }).then(({ data }) => data?.saveDistrictOffice))
    if (gone && !office) reset(blank)
    if (gone) onCancel?.()
  })
  return (
    <form className={style.form} noValidate onSubmit={(event) => void submit(event)}>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <TextField control={control} name="code" label={t('code')} hint={t('codeHint')} maxLength={6} />
      <TextField control={control} name="nameZh" label={t('nameZh')} hint={t('nameHint')} maxLength={60} />
      <TextField control={control} name="nameEn" label={t('nameEn')} hint={t('nameHint')} maxLength={60} />
      <ChecksField control={control} name="regions" label={t('regions')} hint={t('regionsHint')} options={options} />
      <div className={style.deeds}>
        <Button type="submit" loading={loading}>
          {verb}
        </Button>
        {onCancel ? (
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

/** The region's districts, and those of the office that are none of its today, which it can only give up. */
function useDistrictsToGive(office: Office | undefined, offices: readonly Office[]): CheckOption[] {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const placeName = usePlaceName()
  const { options } = useDistricts()
  const others = offices.filter(({ id }) => id !== office?.id)
  const unlisted = (office?.districts ?? []).filter(({ code }) => !options.some(({ value }) => value === code))
  return [...options, ...unlisted.map((place) => ({ value: place.code, label: placeName(place) }))].map((option) => {
    const owner = others.find(({ regions }) => regions.includes(option.value))
    const unavailable = owner && t('ofOther', { office: language === 'en' ? owner.nameEn : owner.nameZh })
    return { ...option, label: t('place', { name: option.label, code: option.value }), unavailable }
  })
}
