import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { CellField } from '@shebao/roster'
import { useEffect, useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { BulkFields } from './bulk-fields.tsx'
import { DeedPreviewList } from './deed-preview-list.tsx'
import { messages } from './messages.ts'
import { needsReason } from './plan-changes.ts'
import type { Deed } from './plan-changes.ts'
import { TakeFields } from './take-fields.tsx'
import type { WorkbenchClient } from './workbench-client.ts'
import type { Asking } from './asking.ts'
import type { DeedPreview, Overview } from './workbench-session.ts'
import style from './workbench.module.css'

interface DeedDialogProps {
  client: WorkbenchClient
  asking: Asking
  overview: Overview
  selected: ReadonlySet<number>
  lines: readonly number[]
  /** The column under the cursor. */
  field: CellField | undefined
  onDo: (deed: Deed) => void
  onClose: () => void
}

const LOOK_MS = 250

/** Before many people are changed: whom and how, with what would become of a few of them. Nothing is done before it is confirmed. */
export function DeedDialog({ client, asking, overview, selected, lines, field, onDo, onClose }: DeedDialogProps) {
  const t = useMessages(messages)
  const [scope, setScope] = useState<'SELECTED' | 'SHOWN'>(selected.size > 0 ? 'SELECTED' : 'SHOWN')
  const of = scope === 'SELECTED' ? [...selected] : lines
  const [deed, setDeed] = useState<Deed | undefined>(() =>
    asking.kind === 'PASTE' ? asking.deed : asking.kind === 'REMOVE' ? { kind: 'REMOVE', lines: of } : undefined,
  )
  const [preview, setPreview] = useState<{ of: Deed; found: DeedPreview }>()
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const asked = deed !== undefined && needsReason(deed)
  useEffect(() => {
    if (deed === undefined) return undefined
    let wanted = true
    const timer = setTimeout(() => {
      client.call('preview', deed).then(
        (found) => wanted && setPreview({ of: deed, found }),
        () => undefined,
      )
    }, LOOK_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [client, deed])
  const found = preview?.of === deed ? preview?.found : undefined
  const titles = { BULK: t('bulk'), TAKE: t('take'), REMOVE: t('removeTitle', { count: of.length }), PASTE: '' }
  const title =
    asking.kind === 'PASTE'
      ? t('pasteTitle', {
          rows: asking.deed.cells.length,
          columns: Math.max(...asking.deed.cells.map(({ length }) => length)),
        })
      : titles[asking.kind]
  const confirm = () => {
    if (deed === undefined) return
    if (asked && reason.trim() === '') return setMissing(true)
    onDo(deed.kind === 'TAKE_KIND' || deed.kind === 'TAKE_FIELD' ? withReason(deed, reason.trim()) : deed)
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className={style.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        {asking.kind !== 'PASTE' && selected.size > 0 && asking.kind !== 'REMOVE' ? (
          <NativeSelect
            label={t('scope')}
            value={scope}
            onChange={(event) => setScope(event.currentTarget.value === 'SHOWN' ? 'SHOWN' : 'SELECTED')}
            data={[
              { value: 'SELECTED', label: t('scopeSELECTED', { count: selected.size }) },
              { value: 'SHOWN', label: t('scopeSHOWN', { count: lines.length }) },
            ]}
          />
        ) : null}
        {asking.kind === 'BULK' ? <BulkFields key={scope} lines={of} field={field} onDeed={setDeed} /> : null}
        {asking.kind === 'TAKE' ? (
          <TakeFields key={scope} lines={of} field={field} overview={overview} onDeed={setDeed} />
        ) : null}
        {asking.kind === 'REMOVE' ? <p>{t('removeText')}</p> : null}
        {asked ? (
          <TextInput
            required
            label={t('reason')}
            description={t('reasonHint')}
            maxLength={200}
            value={reason}
            error={isMissing && reason.trim() === '' ? t('reasonMissing') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        {found ? (
          <DeedPreviewList preview={found} isName={deed?.kind === 'TAKE_KIND' && deed.of === 'NAME_DIFF'} />
        ) : null}
        <div className={style.actions}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            disabled={found === undefined || found.rows === 0}
            {...(asking.kind === 'REMOVE' ? { color: 'zhu.7' } : {})}
          >
            {asking.kind === 'REMOVE' ? t('remove') : t('apply', { count: found?.rows ?? 0 })}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const withReason = (deed: Extract<Deed, { kind: 'TAKE_KIND' | 'TAKE_FIELD' }>, reason: string): Deed =>
  reason === '' ? deed : { ...deed, reason }
