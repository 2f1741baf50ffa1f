import { Button } from '@mantine/core'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { ComponentProps } from 'react'
import { LastSavedLine } from '../../../shared/drafts/last-saved.tsx'
import { shownState } from '../../../shared/drafts/shown-state.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { saveFile } from '../../../shared/lib/save-file.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { Asked } from './asking.ts'
import { useRefusalText } from '../personnel/index.ts'
import { fieldOf, gridColumns } from './grid-columns.ts'
import { allSelected, nothingSelected } from './grid-selection.ts'
import { SOURCES } from './line-cells.ts'
import type { Source } from './line-cells.ts'
import { messages } from './messages.ts'
import { RestoredRows } from './restored-rows.tsx'
import { SelectedLines } from './selected-lines.tsx'
import { useDesk } from './use-desk.ts'
import type { DeskNote } from './use-desk.ts'
import { useKeeping } from './use-keeping.ts'
import { useSaving } from './use-saving.ts'
import { useShownLines } from './use-shown-lines.ts'
import type { Workbench, WorkbenchState } from './use-workbench.ts'
import { WorkbenchFoot } from './workbench-foot.tsx'
import { WorkbenchGrid } from './workbench-grid.tsx'
import { WorkbenchTools } from './workbench-tools.tsx'
import style from './workbench.module.css'

const DeedDialog = later(async () => (await import('./deed-dialog.tsx')).DeedDialog)
const PersonSheet = later(async () => (await import('./person-sheet.tsx')).PersonSheet)
const KeepDialog = later(async () => (await import('./keep-dialog.tsx')).KeepDialog)
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
  const { view, look, client, kept, restored } = workbench
  const { state: saving, saver } = useSaving(declarationId, workbench)
  const keeping = useKeeping(declarationId, workbench, saver)
  const shown = useShownLines(workbench)
  const [sources, setSources] = useState<readonly Source[]>(
    overview.hasLastYear ? SOURCES : SOURCES.filter((source) => source !== 'LAST_YEAR'),
  )
  const [asking, setAsking] = useState<Asked>()
  const [opened, setOpened] = useState<number>()
  const [note, setNote] = useState<DeskNote>()
  const find = useRef<HTMLInputElement>(null)

  const { desk, run, edit, paste, copy } = useDesk({
    workbench,
    lines,
    shown,
    saver,
    keeping,
    find,
    setAsking,
    setOpened,
    setNote,
  })
  const selected = desk.selection.lines
  const save = async (format: 'xlsx' | 'csv') => {
    try {
      const bytes = await client?.call('download', format, language, rosterVersion)
      if (bytes !== undefined) saveFile(bytes, `${t('title')}.${format}`)
    } catch {
      setNote({ tone: 'warning', text: t('downloadFailed') })
    }
  }
  useLeaveQuestion(overview.unsaved > 0)
  const sortColumn = gridColumns.findIndex(({ key }) => key === view.sort?.field)

  return (
    <div className={style.desk}>
      <SavingNotes saving={saving} onChosen={async (theirs) => saver?.settle(theirs)} />
      {restored && restored.conflicts.length === 0 && overview.undo === 'RESTORE' ? (
        <RestoredRows {...restored} onUndo={() => void run('undo')} />
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
      <WorkbenchFoot
        overview={overview}
        shown={lines.length}
        saved={shownState({ saved: saving.saved, kept, conflicts: saving.conflicts.length })}
      />
      <DeskDialogs
        client={client}
        asking={asking}
        overview={overview}
        selected={selected}
        lines={lines}
        field={fieldOf(gridColumns[desk.column])}
        opened={opened === undefined ? undefined : { line: shown.at(opened) }}
        onDo={(deed) => {
          setAsking(undefined)
          void run(deed)
        }}
        onKeep={keeping.keep}
        onKept={(count) => {
          setAsking(undefined)
          setNote({ tone: 'done', text: t('kept', { count }) })
        }}
        onClose={() => setAsking(undefined)}
        onEdit={(field, text) => opened !== undefined && edit(opened, field, text)}
        onTakeIn={() => {
          setOpened(undefined)
          if (opened !== undefined) void run({ kind: 'TAKE_KIND', lines: [opened], of: 'MISSING_IN_UNIT' })
        }}
        onCloseSheet={() => setOpened(undefined)}
      />
    </div>
  )
}

/** Until everything is saved, the browser asks before the page goes. */
function useLeaveQuestion(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isUnsaved])
}

interface SavingNotesProps {
  saving: ReturnType<typeof useSaving>['state']
  onChosen: ComponentProps<typeof ConflictList>['onChosen']
}

/** What came of saving beside somebody else. */
function SavingNotes({ saving, onChosen }: SavingNotesProps) {
  const t = useMessages(messages)
  const refusal = useRefusalText()
  return (
    <>
      {saving.note?.kind === 'MERGED' ? (
        <Notice tone="info">
          <p>{t('merged')}</p>
          <LastSavedLine who={saving.who} />
        </Notice>
      ) : null}
      {saving.note?.kind === 'REFUSED' ? (
        <Notice tone="refused">{t('notSaved', { why: refusal(saving.note.code, saving.note.rows) })}</Notice>
      ) : null}
      {saving.conflicts.length > 0 ? (
        <Suspense>
          <ConflictList conflicts={saving.conflicts} who={saving.who} onChosen={onChosen} />
        </Suspense>
      ) : null}
    </>
  )
}

type DeedProps = ComponentProps<typeof DeedDialog>
type KeepProps = ComponentProps<typeof KeepDialog>
type SheetProps = ComponentProps<typeof PersonSheet>
interface DeskDialogsProps extends Omit<DeedProps, 'client' | 'asking'> {
  client: Workbench['client']
  asking: Asked | undefined
  onKeep: KeepProps['onKeep']
  onKept: KeepProps['onDone']
  opened: Pick<SheetProps, 'line'> | undefined
  onEdit: SheetProps['onEdit']
  onTakeIn: SheetProps['onTakeIn']
  onCloseSheet: () => void
}

/** What stands over the grid: the keys, what is asked before many are changed, one person whole. */
function DeskDialogs({
  client,
  asking,
  opened,
  onKeep,
  onKept,
  onEdit,
  onTakeIn,
  onCloseSheet,
  ...deed
}: DeskDialogsProps) {
  return (
    <Suspense>
      {asking === 'KEYS' ? <KeysDialog onClose={deed.onClose} /> : null}
      {asking === 'KEEP' ? (
        <KeepDialog overview={deed.overview} onKeep={onKeep} onDone={onKept} onClose={deed.onClose} />
      ) : null}
      {asking !== undefined && asking !== 'KEYS' && asking !== 'KEEP' && client ? (
        <DeedDialog {...deed} client={client} asking={asking} />
      ) : null}
      {opened ? <PersonSheet line={opened.line} onEdit={onEdit} onTakeIn={onTakeIn} onClose={onCloseSheet} /> : null}
    </Suspense>
  )
}
