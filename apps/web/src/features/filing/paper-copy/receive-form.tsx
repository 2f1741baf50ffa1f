import { Button, Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { FieldErrors } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { CheckField, DateField, IntegerField } from '../../../shared/forms/index.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import { ReceivePaperDocument } from './paper-copy.generated.ts'
import type { ScannedPaperQuery } from './paper-copy.generated.ts'
import style from './paper-copy.module.css'

interface Received {
  receivedOn: string | null
  pages: number | string | null
  sealOk: boolean
  signatureOk: boolean
}
const refusals = [
  'SEAL_MISSING',
  'MATERIALS_MISSING',
  'PAPER_DIFFERS',
  'ILLEGAL_TRANSITION',
  'VERSION_CHANGED',
  'OTHER',
] as const
const mostPages = 20_000
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

interface ReceiveFormProps {
  scanned: ScannedPaperQuery['scannedPaper']
  onDone: (said: string) => void
}

/** What lies on the desk against what was filed, and what staff see on it. */
export function ReceiveForm({ scanned, onDone }: ReceiveFormProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const { copy, employerName, version: onPaper, hash } = scanned
  const differs = onPaper !== copy.version
  const annual = copy.kind === 'ANNUAL_INSPECTION'
  const [came, setCame] = useState<readonly string[]>([])
  const [refused, setRefused] = useState<(typeof refusals)[number]>()
  const [receive, { loading }] = useMutation(ReceivePaperDocument)
  const { control, handleSubmit } = useForm<Received>({
    defaultValues: { receivedOn: today(), pages: null, sealOk: false, signatureOk: false },
    resolver: (values) => {
      const { receivedOn, pages } = values
      const errors: FieldErrors<Received> = {
        ...(receivedOn && /^\d{4}-\d{2}-\d{2}$/.test(receivedOn)
          ? {}
          : { receivedOn: { type: 'value', message: t('dateWrong') } }),
        ...(typeof pages === 'number' && pages >= 1 && pages <= mostPages
          ? {}
          : { pages: { type: 'value', message: t('pagesWrong') } }),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} }
    },
  })
  const submit = handleSubmit(async ({ receivedOn, pages, sealOk, signatureOk }) => {
    if (receivedOn === null || typeof pages !== 'number') return
    setRefused(undefined)
    const { declarationId, version } = copy
    const input = {
      declarationId,
      version,
      scanned: hash,
      receivedOn,
      pages,
      sealOk,
      signatureOk,
      materials: [...came],
    }
    try {
      const { data } = await receive({ variables: { input } })
      const outcome = data?.receivePaper
      if (outcome?.__typename === 'PaperReceived') onDone(t(differs ? 'gaveBack' : 'taken', { form: copy.formNo }))
      else setRefused(refusals.find((code) => code === outcome?.code) ?? 'OTHER')
    } catch {
      setRefused('OTHER')
    }
  })
  const facts: [string, string][] = [
    [t('unit'), employerName],
    [t('form'), `${t(copy.kind)} ${copy.formNo}`],
    [t('version'), `${onPaper} / ${copy.version}`],
  ]
  const versions = { paper: String(onPaper), filed: String(copy.version) }
  return (
    <form className={`${style.card} ${style.form}`} onSubmit={(event) => void submit(event)} noValidate>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {copy.status === 'RECEIVED' ? <Notice tone="info">{t('already')}</Notice> : null}
      {copy.status === 'RETURNED' ? <Notice tone="info">{t('awaitsNot')}</Notice> : null}
      {copy.status === 'AWAITED' && differs ? (
        <Notice tone="warning">{t(annual ? 'differsAnnual' : 'differsMonthly', versions)}</Notice>
      ) : null}
      {refused ? <Notice tone="refused">{t(`refused${refused}`)}</Notice> : null}
      {copy.status === 'AWAITED' && (annual || !differs) ? (
        <>
          <DateField control={control} name="receivedOn" label={t('date')} required />
          <IntegerField control={control} name="pages" label={t('pages')} required />
          <fieldset>
            <legend>{t('checklist')}</legend>
            {copy.materials.map(({ code, zh, en, required }) => (
              <Checkbox
                key={code}
                label={`${language === 'en' ? en : zh} (${t(required ? 'required' : 'optional')})`}
                checked={came.includes(code)}
                onChange={(event) => {
                  const { checked } = event.currentTarget
                  setCame((before) => (checked ? [...before, code] : before.filter((one) => one !== code)))
                }}
              />
            ))}
          </fieldset>
          <CheckField control={control} name="sealOk" label={t('seal')} />
          <CheckField control={control} name="signatureOk" label={t('signature')} />
          <div>
            <Button type="submit" loading={loading} {...(differs ? { color: 'red' } : {})}>
              {t(differs ? 'giveBack' : 'take')}
            </Button>
          </div>
        </>
      ) : null}
    </form>
  )
}
