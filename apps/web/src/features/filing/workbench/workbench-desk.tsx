import { Button } from '@mantine/core'
import { readPastedCells, writePastedCells } from '@shebao/roster'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { saveFile } from '../../../shared/lib/save-file.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { Asking } from './asking.ts'
import { useRefusalText } from '../personnel/index.ts'
import { fieldOf, fieldsFrom, gridColumns } from './grid-columns.ts'
import { allSelected, nothingSelected } from './grid-selection.ts'
import { SOURCES } from './line-cells.ts'
import type { Source } from './line-cells.ts'
import { messages } from './messages.ts'
import type { Deed } from './plan-changes.ts'
import { shownCell } from './shown-cells.ts'
import { SelectedLines } from './selected-lines.tsx'
import { useGridDesk } from './use-grid-desk.ts'
import { useSaving } from './use-saving.ts'
import { useShownLines } from './use-shown-lines.ts'
import type { Workbench, WorkbenchState } from './use-workbench.ts'
import { WorkbenchFoot } from './workbench-foot.tsx'
import { WorkbenchGrid } from './workbench-grid.tsx'
import { WorkbenchTools } from './workbench-tools.tsx'
import style from './workbench.module.css'

const DeedDialog = later(async () => (await import('./deed-dialog.tsx')).DeedDialog)
const PersonSheet = later(async () => (await import('./person-sheet.tsx')).PersonSheet)
const KeysDialog = later(async () => (await import('./keys-dialog.tsx')).KeysDialog)
const ConflictList = later(async () => (await import('./conflict-list.tsx')).ConflictList)

interface WorkbenchDeskProps {
  declarationId: string
  workbench: Workbench
  open: Extract<WorkbenchState, { kind: 'open' }>
  rosterVersion: number
}

/** The grid with its tools, its keys and what is asked before many are changed at once. */
export function WorkbenchDesk({ declarationId, workbench, open, rosterVersion }: WorkbenchDeskProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const { lines, overview } = open
  const { view, look, client } = workbench
  const { state: saving, saver } = useSaving(declarationId, workbench)
  const refusal = useRefusalText()
  const shown = useShownLines(workbench)
  const [sources, setSources] = useState<readonly Source[]>(
    overview.hasLastYear ? SOURCES : SOURCES.filter((source) => source !== 'LAST_YEAR'),
  )
  const [asking, setAsking] = useState<Asking | 'KEYS'>()
  const [opened, setOpened] = useState<number>()
  const [note, setNote] = useState<{ tone: 'done' | 'warning'; text: string }>()
  const find = useRef<HTMLInputElement>(null)

  const run = async (what: Deed | 'undo' | 'redo') => {
    const outcome = await workbench.run(what)
    if (outcome === undefined) return
    if (outcome.notTaken.some(({ why }) => why === 'TOO_LONG')) setNote({ tone: 'warning', text: t('tooLong') })
    if (outcome.rows === 0) return
    const isSingle = typeof what === 'object' && what.kind === 'EDIT'
    const word = what === 'undo' ? 'undone' : what === 'redo' ? 'redone' : 'done'
    setNote(isSingle ? undefined : { tone: 'done', text: t(word, { rows: outcome.rows }) })
    saver?.changed(typeof what === 'object' && 'reason' in what ? what.reason : undefined)
    if (outcome.moved) desk.select(nothingSelected)
  }
  const edit = (line: number, field: NonNullable<ReturnType<typeof fieldOf>>, text: string) =>
    void run({ kind: 'EDIT', lines: [line], field, text })
  const textAt = (place: number, column: number): string | undefined => {
    const one = gridColumns[column]
    const line = shown.at(lines[place] ?? -1)
    if (one?.editable !== true || line === undefined || line.row === 0) return undefined
    return shownCell(line, one.cell ?? -1).texts[0] ?? ''
  }
  const desk = useGridDesk(lines, {
    textAt,
    onKeep: (place, column, text) => {
      const field = fieldOf(gridColumns[column])
      const line = lines[place]
      if (field !== undefined && line !== undefined) edit(line, field, text)
    },
    onUndo: () => void run('undo'),
    onRedo: () => void run('redo'),
    onOpen: (place) => setOpened(lines[place]),
    onSort: (column, descending) => {
      const field = fieldOf(gridColumns[column])
      if (field === undefined) return
      const isSame = view.sort?.field === field
      const wanted = descending ?? (isSame ? !view.sort?.descending : false)
      const isOff =
        isSame && (descending === undefined ? view.sort?.descending === true : view.sort?.descending === descending)
      void look({ sort: isOff ? undefined : { field, descending: wanted } })
    },
    onFind: () => find.current?.focus(),
    onHelp: () => setAsking('KEYS'),
  })
  const selected = desk.selection.lines
  const paste = (text: string) => {
    const cells = readPastedCells(text)
    const fields = fieldsFrom(desk.column)
    const [first] = fields
    const line = lines[desk.place]
    if (
      first === undefined ||
      line === undefined ||
      cells.length === 0 ||
      fieldOf(gridColumns[desk.column]) === undefined
    )
      return
    if (cells.length === 1 && cells[0]?.length === 1) return edit(line, first, cells[0][0] ?? '')
    setAsking({
      kind: 'PASTE',
      deed: { kind: 'PASTE', lines: lines.slice(desk.place, desk.place + cells.length), fields, cells },
    })
  }
  /** The column of those selected whose texts are here, or the one cell. */
  const copy = (): string | undefined => {
    const cell = gridColumns[desk.column]?.cell
    if (cell === undefined) return undefined
    const of = selected.size > 0 ? lines.filter((line) => selected.has(line)) : [lines[desk.place] ?? -1]
    const here = of.flatMap((line) => shown.at(line) ?? [])
    return writePastedCells(here.map((line) => [shownCell(line, cell).texts[0] ?? '']))
  }
  const save = async (format: 'xlsx' | 'csv') => {
    try {
      const bytes = await client?.call('download', format, language, rosterVersion)
      if (bytes !== undefined) saveFile(bytes, `${t('title')}.${format}`)
    } catch {
      setNote({ tone: 'warning', text: t('downloadFailed') })
    }
  }
  useEffect(() => {
    if (overview.unsaved === 0) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [overview.unsaved])
  const sortColumn = gridColumns.findIndex(({ key }) => key === view.sort?.field)

  return (
    <div className={style.desk}>
      {saving.note?.kind === 'MERGED' ? <Notice tone="info">{t('merged')}</Notice> : null}
      {saving.note?.kind === 'REFUSED' ? (
        <Notice tone="refused">{t('notSaved', { why: refusal(saving.note.code, saving.note.rows) })}</Notice>
      ) : null}
      {saving.conflicts.length > 0 ? (
        <Suspense>
          <ConflictList conflicts={saving.conflicts} onChosen={async (theirs) => saver?.settle(theirs)} />
        </Suspense>
      ) : null}
      <WorkbenchTools
        workbench={workbench}
        overview={overview}
        sources={sources}
        find={find}
        onSources={setSources}
        onAsk={setAsking}
        onRun={(what) => void run(what)}
        onDownload={save}
      />
      {note ? <Notice tone={note.tone}>{note.text}</Notice> : null}
      <SelectedLines
        count={selected.size}
        onSelectShown={() => desk.select(allSelected(lines))}
        onClear={() => desk.select(nothingSelected)}
        onRemove={() => setAsking({ kind: 'REMOVE' })}
      />
      {lines.length === 0 ? (
        <EmptyState
          title={t('nobody')}
          next={
            <Button variant="default" onClick={() => void look({ filter: { text: '', problem: 'ALL' } })}>
              {t('showAll')}
            </Button>
          }
        />
      ) : (
        <WorkbenchGrid
          lines={lines}
          shown={shown}
          sources={sources}
          desk={desk}
          sort={view.sort && sortColumn >= 0 ? { column: sortColumn, descending: view.sort.descending } : undefined}
          onPaste={paste}
          onCopy={copy}
        />
      )}
      <WorkbenchFoot overview={overview} shown={lines.length} saved={saving.saved} />
      <Suspense>
        {asking === 'KEYS' ? <KeysDialog onClose={() => setAsking(undefined)} /> : null}
        {asking !== undefined && asking !== 'KEYS' && client ? (
          <DeedDialog
            client={client}
            asking={asking}
            overview={overview}
            selected={selected}
            lines={lines}
            field={fieldOf(gridColumns[desk.column])}
            onDo={(deed) => {
              setAsking(undefined)
              void run(deed)
            }}
            onClose={() => setAsking(undefined)}
          />
        ) : null}
        {opened === undefined ? null : (
          <PersonSheet
            line={shown.at(opened)}
            onEdit={(field, text) => edit(opened, field, text)}
            onTakeIn={() => {
              setOpened(undefined)
              void run({ kind: 'TAKE_KIND', lines: [opened], of: 'MISSING_IN_UNIT' })
            }}
            onClose={() => setOpened(undefined)}
          />
        )}
      </Suspense>
    </div>
  )
}
