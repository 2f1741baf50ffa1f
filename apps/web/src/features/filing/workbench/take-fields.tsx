import { NativeSelect } from '@mantine/core'
import type { CellField } from '@shebao/roster'
import { useEffect, useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { FieldSelect } from './bulk-fields.tsx'
import { messages } from './messages.ts'
import { TAKEN_KINDS } from './plan-changes.ts'
import type { Deed, TakenKind } from './plan-changes.ts'
import { workbenchColumns } from './workbench-columns.ts'
import type { Overview } from './workbench-session.ts'

interface TakeFieldsProps {
  lines: readonly number[]
  field: CellField | undefined
  overview: Overview
  onDeed: (deed: Deed | undefined) => void
}

const editable = workbenchColumns.filter((column) => column.editable).map(({ field }) => field)

/** All of one kind as the register has it, or one field as another list has it. */
export function TakeFields({ lines, field: begun, overview, onDeed }: TakeFieldsProps) {
  const t = useMessages(messages)
  const kinds = TAKEN_KINDS.filter((kind) => (overview.counts[`kind:${kind}`] ?? 0) > 0)
  const [what, setWhat] = useState<TakenKind | 'FIELD'>(kinds[0] ?? 'FIELD')
  const [field, setField] = useState(editable.find((one) => one === begun) ?? 'mobile')
  const [from, setFrom] = useState<'REGISTER' | 'LAST_YEAR'>('REGISTER')
  const [onlyEmpty, setOnlyEmpty] = useState(true)
  useEffect(() => {
    onDeed(
      what === 'FIELD' ? { kind: 'TAKE_FIELD', lines, field, from, onlyEmpty } : { kind: 'TAKE_KIND', lines, of: what },
    )
    // oxlint-disable-next-line react/exhaustive-deps -- the dialog is about those whom it was opened for
  }, [what, field, from, onlyEmpty])
  return (
    <>
      <NativeSelect
        label={t('takeWhat')}
        value={what}
        onChange={(event) => setWhat(TAKEN_KINDS.find((kind) => kind === event.currentTarget.value) ?? 'FIELD')}
        data={[
          ...kinds.map((kind) => ({
            value: kind,
            label: t('takeOption', { word: t(`take${kind}`), count: overview.counts[`kind:${kind}`] ?? 0 }),
          })),
          { value: 'FIELD', label: t('takeField') },
        ]}
      />
      {what === 'FIELD' ? (
        <>
          <NativeSelect
            label={t('takeFrom')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value === 'LAST_YEAR' ? 'LAST_YEAR' : 'REGISTER')}
            data={[
              { value: 'REGISTER', label: t('register') },
              ...(overview.hasLastYear ? [{ value: 'LAST_YEAR', label: t('lastYear') }] : []),
            ]}
          />
          <FieldSelect value={field} fields={editable} onChange={setField} />
          <NativeSelect
            label={t('takeWhere')}
            value={onlyEmpty ? 'EMPTY' : 'ALL'}
            onChange={(event) => setOnlyEmpty(event.currentTarget.value === 'EMPTY')}
            data={[
              { value: 'EMPTY', label: t('onlyEmpty') },
              { value: 'ALL', label: t('overOthers') },
            ]}
          />
        </>
      ) : null}
    </>
  )
}
