import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { KEPT_KINDS, keptBy } from '../comparison/index.ts'
import { messages } from './messages.ts'
import type { Keeping } from './use-keeping.ts'
import type { Overview } from './workbench-session.ts'
import style from './workbench.module.css'

interface KeepDialogProps {
  overview: Overview
  onKeep: Keeping['keep']
  onDone: (people: number) => void
  onClose: () => void
}

/** All differences of a kind are meant so: the list stays, the office notes it. Names and insurances have to be looked at one by one. */
export function KeepDialog({ overview, onKeep, onDone, onClose }: KeepDialogProps) {
  const t = useMessages(messages)
  const countOf = (kind: (typeof KEPT_KINDS)[number]) => overview.counts[`kind:${kind}`] ?? 0
  const kinds = KEPT_KINDS.filter((kind) => countOf(kind) > 0)
  const [chosen, setKind] = useState(kinds[0])
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const asked = chosen !== undefined && keptBy(chosen)?.needsReason === true
  const keep = async () => {
    if (chosen === undefined || isBusy) return
    if (asked && reason.trim() === '') return setMissing(true)
    setBusy(true)
    setFailure(undefined)
    const { kept, failure: why } = await onKeep({ of: chosen, reason: asked ? reason.trim() : '' })
    setBusy(false)
    if (kept) return onDone(kept.ids.length)
    setFailure(why)
  }
  return (
    <Dialog title={t('keep')} onClose={onClose}>
      <form
        className={style.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        {chosen === undefined ? (
          <output>{t('keepNothing')}</output>
        ) : (
          <NativeSelect
            label={t('keepWhat')}
            description={t('keepHint')}
            value={chosen}
            onChange={(event) => setKind(kinds.find((kind) => kind === event.currentTarget.value))}
            data={kinds.map((value) => ({ value, label: t('option', { word: t(value), count: countOf(value) }) }))}
          />
        )}
        {asked ? (
          <TextInput
            required
            label={t('reason')}
            description={t('keepReasonHint')}
            maxLength={200}
            value={reason}
            error={isMissing && reason.trim() === '' ? t('reasonMissing') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        <p className="quiet">
          {t('keepOthers')} <Link to="/employer/inspection/compare">{t('toComparison')}</Link>
        </p>
        {failure === undefined ? null : <Notice tone="warning">{failure}</Notice>}
        <div className={style.actions}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={chosen === undefined}>
            {t('keepDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
