import { Button } from '@mantine/core'
import { useForm, type FieldErrors } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { SaveDistrictDocument } from './district.generated.ts'
import style from './district.module.css'
import { messages } from './messages.ts'
import { useDistrictDeed } from './use-district-deed.ts'

interface Values {
  code: string
  nameZh: string
  nameEn: string
  regions: string
}
const blank: Values = { code: '', nameZh: '', nameEn: '', regions: '' }
const codesOf = (typed: string) =>
  typed
    .normalize('NFKC')
    .split(/[\s,、]+/)
    .filter(Boolean)

interface DistrictFormProps {
  /** The office that changes; nothing for a new one. */
  office?: { id: string; code: string; nameZh: string; nameEn: string; regions: readonly string[] }
  verb: string
  onChanged: () => Promise<unknown>
  onCancel?: () => void
}

/** What an office is called and which regions are its own. */
export function DistrictForm({ office, verb, onChanged, onCancel }: DistrictFormProps) {
  const t = useMessages(messages)
  const [save, { loading }] = useMutation(SaveDistrictDocument)
  const { problem, settle } = useDistrictDeed(onChanged)
  const { control, handleSubmit, reset } = useForm<Values>({
    defaultValues: office ? { ...office, regions: office.regions.join(' ') } : blank,
    resolver: (given) => {
      const short = (name: string) => [...name.trim()].length < 2
      const errors: FieldErrors<Values> = {
        ...(/^[A-Za-z0-9]{2,6}$/.test(given.code.trim()) ? {} : { code: { type: 'value', message: t('codeHint') } }),
        ...(short(given.nameZh) ? { nameZh: { type: 'value', message: t('nameHint') } } : {}),
        ...(short(given.nameEn) ? { nameEn: { type: 'value', message: t('nameHint') } } : {}),
        ...(codesOf(given.regions).length > 0 && codesOf(given.regions).every((code) => /^\d{6}$/.test(code))
          ? {}
          : { regions: { type: 'value', message: t('regionsHint') } }),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: given, errors: {} }
    },
  })
  const submit = handleSubmit(async ({ regions, ...names }) => {
    const variables = { ...names, id: office?.id ?? null, regions: codesOf(regions) }
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
      <TextField control={control} name="regions" label={t('regions')} hint={t('regionsHint')} maxLength={400} />
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
