import { useMutation } from '@apollo/client/react'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { fen, oneOf } from '@shebao/kernel'
import { explainListSum } from '@shebao/premium'
import type { PersonnelDraft } from '@shebao/roster'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { DeclarationWindow } from './declaration-window.tsx'
import type { WindowOutcome } from './declaration-window.tsx'
import { filterRows } from './filter-rows.ts'
import { STATE_FILTERS } from './filter-rows.ts'
import type { StateFilter } from './filter-rows.ts'
import { messages } from './messages.ts'
import { PersonnelTable } from './personnel-table.tsx'
import { RemovePersonnelRecordsDocument, SavePersonnelRecordDocument } from './personnel.generated.ts'
import { refusalText } from './refusal-text.ts'
import type { HeldList } from './use-personnel-list.ts'
import style from './personnel.module.css'

interface WorkbenchProps {
  declarationId: string
  held: HeldList
  onHold: (held: HeldList) => void
  onReload: () => void
  adding: boolean
  onAdding: (adding: boolean) => void
  tools: ReactNode
}

/** The list with its filter, selection and sums, and the declaration window beside it. */
export function PersonnelWorkbench(props: WorkbenchProps) {
  const { declarationId, held, onHold, onReload, adding, onAdding, tools } = props
  const { list } = held
  const t = useMessages(messages)
  const format = useFormat()
  const [text, setText] = useState('')
  const [state, setState] = useState<StateFilter>('ALL')
  const [cursor, setCursor] = useState(0)
  const [search] = useSearchParams()
  // The comparison leads here with the row to correct.
  const [openRow, setOpenRow] = useState<number | undefined>(() => Number(search.get('row') ?? '') || undefined)
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const [removing, setRemoving] = useState(false)
  const [note, setNote] = useState<string>()
  const table = useRef<HTMLDivElement>(null)
  const [saveRecord] = useMutation(SavePersonnelRecordDocument)
  const [removeRecords, { loading: removingNow }] = useMutation(RemovePersonnelRecordsDocument)

  const byState = useMemo(() => list.byState(), [list])
  const filtered = useMemo(() => filterRows(list, byState, state, text), [list, byState, state, text])
  // The open person stays in the list even when a correction lets them fall out of the filter: the place is kept.
  const shown = useMemo(() => {
    const open = openRow === undefined ? -1 : list.rows.findIndex(({ row }) => row === openRow)
    return open < 0 || filtered.includes(open) ? filtered : [...filtered, open].toSorted((a, b) => a - b)
  }, [filtered, list, openRow])
  const place = shown.findIndex((index) => list.rows[index]?.row === openRow)
  const person = list.rows[shown[place] ?? -1]

  const toggle = (row: number) => {
    const next = new Set(selected)
    if (!next.delete(row)) next.add(row)
    setSelected(next)
  }
  const openPlace = (next: number) => {
    const row = list.rows[shown[next] ?? -1]?.row
    if (row === undefined) return
    onAdding(false)
    setCursor(next)
    setOpenRow(row)
  }
  const close = () => {
    onAdding(false)
    setOpenRow(undefined)
    table.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  }

  const save = async (draft: PersonnelDraft, confirm: boolean): Promise<WindowOutcome> => {
    try {
      const variables = {
        declarationId,
        expectedRevision: held.revision,
        draft,
        confirm,
        ...(adding ? {} : { rowNo: openRow ?? null }),
      }
      const { data } = await saveRecord({ variables })
      const result = data?.savePersonnelRecord
      if (result?.__typename === 'PersonnelSaved') {
        const row = result.rowNo ?? openRow ?? list.nextRow
        const elsewhere = result.issues.some(({ code }) => code === 'ACTIVE_ELSEWHERE')
        const lost = person?.idDigitsLost === true && person.draft.idNumber === draft.idNumber
        onHold({
          list: list.with({ row, draft, idDigitsLost: lost, activeElsewhere: elsewhere }),
          revision: result.revision,
        })
        if (adding) {
          onAdding(false)
          setOpenRow(undefined)
        }
        return { saved: true }
      }
      if (result?.__typename === 'PersonnelConflict') {
        onReload()
        return { saved: false, message: t('conflict') }
      }
      if (result?.__typename === 'PersonnelRefused')
        return { saved: false, message: refusalText(t, result.code, result.rows) }
      return { saved: false, message: t('notSaved') }
    } catch {
      return { saved: false, message: t('notSaved') }
    }
  }

  const remove = async () => {
    const rowNos = [...selected]
    try {
      const { data } = await removeRecords({ variables: { declarationId, expectedRevision: held.revision, rowNos } })
      const result = data?.removePersonnelRecords
      if (result?.__typename === 'PersonnelSaved') {
        onHold({ list: list.without(selected), revision: result.revision })
        setSelected(new Set())
        setOpenRow(undefined)
      } else if (result?.__typename === 'PersonnelConflict') {
        onReload()
        setNote(t('conflict'))
      } else
        setNote(result?.__typename === 'PersonnelRefused' ? refusalText(t, result.code, result.rows) : t('notSaved'))
    } catch {
      setNote(t('notSaved'))
    }
    setRemoving(false)
  }

  const { wages, bases } = list.totals
  return (
    <div className={style.workbench} data-open={adding || person !== undefined}>
      <div className={style.tablePart} ref={table}>
        {note ? <Notice tone="refused">{note}</Notice> : null}
        <div className={style.bar}>
          <TextInput
            type="search"
            className={style.search ?? ''}
            aria-label={t('filterText')}
            placeholder={t('filterText')}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value)
              setCursor(0)
            }}
          />
          <NativeSelect
            aria-label={t('filterState')}
            value={state}
            onChange={(event) => {
              setState(oneOf(STATE_FILTERS, event.currentTarget.value, 'filter'))
              setCursor(0)
            }}
            data={[
              { value: 'ALL', label: t('showALL') },
              { value: 'ERROR', label: t('showERROR', { count: byState.ERROR.length }) },
              { value: 'WARNING', label: t('showWARNING', { count: byState.WARNING.length }) },
              { value: 'FINE', label: t('showFINE', { count: byState.FINE.length }) },
            ]}
          />
          <div className={style.barTools}>{tools}</div>
        </div>
        {selected.size > 0 ? (
          <output className={style.selection}>
            <span>{t('selected', { count: selected.size })}</span>
            <Button size="compact-md" color="zhu.7" onClick={() => setRemoving(true)}>
              {t('removeSelected')}
            </Button>
            <Button
              size="compact-md"
              variant="default"
              onClick={() => setSelected(new Set(shown.flatMap((index) => list.rows[index]?.row ?? [])))}
            >
              {t('selectAll')}
            </Button>
            <Button size="compact-md" variant="subtle" onClick={() => setSelected(new Set())}>
              {t('clearSelection')}
            </Button>
          </output>
        ) : null}
        <PersonnelTable
          list={list}
          shown={shown}
          cursor={Math.max(0, Math.min(cursor, shown.length - 1))}
          selected={selected}
          openRow={openRow}
          onCursor={setCursor}
          onOpen={openPlace}
          onToggle={toggle}
        />
        <dl className={style.sums}>
          <Sum label={t('people')} value={`${format.count(shown.length)} / ${format.count(list.rows.length)}`} />
          <Sum
            label={t('wagesTotal')}
            value={
              <DerivationPopover
                fen={wages.value}
                sign
                explanation={explainListSum(fen(wages.value), list.rows.length)}
              />
            }
            unknown={wages.unknown}
          />
          <Sum
            label={t('basesTotal')}
            value={
              <DerivationPopover
                fen={bases.PENSION.value}
                sign
                explanation={explainListSum(fen(bases.PENSION.value), list.rows.length, 'PENSION')}
              />
            }
            unknown={bases.PENSION.unknown}
          />
        </dl>
      </div>
      {adding || person ? (
        <DeclarationWindow
          key={adding ? 'new' : openRow}
          list={list}
          person={adding ? undefined : person}
          position={adding ? undefined : { index: place + 1, total: shown.length }}
          onSave={save}
          onMove={(step) => openPlace(Math.max(0, Math.min(shown.length - 1, place + step)))}
          onClose={close}
        />
      ) : null}
      <ConfirmDialog
        opened={removing}
        title={t('removeTitle', { count: selected.size })}
        consequence={t('removeText', { count: selected.size })}
        verb={t('removeSelected')}
        grave
        busy={removingNow}
        onConfirm={() => void remove()}
        onCancel={() => setRemoving(false)}
      />
    </div>
  )
}

function Sum({ label, value, unknown = 0 }: { label: string; value: ReactNode; unknown?: number }) {
  const t = useMessages(messages)
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value} {unknown > 0 ? <span className={style.soft}>{t('unknownCount', { count: unknown })}</span> : null}
      </dd>
    </div>
  )
}
