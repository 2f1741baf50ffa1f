import { Button } from '@mantine/core'
import { useState } from 'react'
import { useForm, type FieldErrors } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { CheckField, DateField, IntegerField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { StaleNotice } from '../../../shared/case/stale-notice.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { refusalKey } from './refusal-key.ts'
import { RegisterPaperDocument } from './paper-form.generated.ts'
import { reviewMessages } from './later-review-messages.ts'
import style from './paper-form.module.css'

interface Paper {
  receivedOn: string | null
  pages: number | string | null
  sealOk: boolean
  hash: string
}

const hashPattern = /^[0-9a-f]{12,64}$/i
const plain = (hash: string) => hash.normalize('NFKC').replace(/[\s-]/g, '')

/** What came in over the counter. The content hash decides whether it is the version that was accepted. */
export function PaperForm({
  declarationId,
  version,
  mark: decidedOn,
  onDone,
}: {
  declarationId: string
  version: number
  mark: string
  onDone: () => Promise<unknown>
}) {
  const t = useMessages(reviewMessages)
  const [register, { loading }] = useMutation(RegisterPaperDocument)
  const [refused, setRefused] = useState<string>()
  const [stale, setStale] = useState<StaleDecisionFragment>()
  const { control, handleSubmit } = useForm<Paper>({
    defaultValues: { receivedOn: null, pages: null, sealOk: false, hash: '' },
    resolver: (paper) => {
      const errors: FieldErrors<Paper> = {
        ...(isDate(paper.receivedOn) ? {} : { receivedOn: { type: 'value', message: t('dateWrong') } }),
        ...(typeof paper.pages === 'number' && paper.pages > 0
          ? {}
          : { pages: { type: 'value', message: t('pagesWrong') } }),
        ...(hashPattern.test(plain(paper.hash)) ? {} : { hash: { type: 'value', message: t('hashShort') } }),
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: paper, errors: {} }
    },
  })
  const submit = handleSubmit(async (paper) => {
    const { receivedOn, pages, sealOk, hash } = paper
    if (receivedOn === null || typeof pages !== 'number') return
    try {
      const { data } = await register({
        variables: { input: { declarationId, version, decidedOn, receivedOn, pages, sealOk, hash: plain(hash) } },
      })
      const outcome = data?.registerPaper
      setStale(outcome?.__typename === 'StaleDecision' ? outcome : undefined)
      if (outcome?.__typename === 'StaleDecision') return setRefused(undefined)
      if (outcome?.__typename === 'StaffStepRefused') return setRefused(t(refusalKey(outcome.code)))
      setRefused(undefined)
      return void (await onDone())
    } catch {
      return setRefused(t('refusedOTHER'))
    }
  })
  return (
    <form className={style.paper} onSubmit={(event) => void submit(event)} noValidate>
      <h2>{t('paperTitle')}</h2>
      <p>{t('paperLead', { version: String(version) })}</p>
      {stale ? <StaleNotice stale={stale} onShow={() => onDone().then(() => setStale(undefined))} /> : null}
      {refused ? <Notice tone="refused">{refused}</Notice> : null}
      <DateField control={control} name="receivedOn" label={t('receivedOn')} />
      <IntegerField control={control} name="pages" label={t('pages')} />
      <TextField control={control} name="hash" label={t('hash')} spellCheck={false} autoComplete="off" />
      <CheckField control={control} name="sealOk" label={t('sealOk')} />
      <Button type="submit" loading={loading}>
        {t('paperSubmit')}
      </Button>
    </form>
  )
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
}
