import { Button, NativeSelect, TextInput } from '@mantine/core'
import { ISSUE_CODES } from '@shebao/declaration-rules'
import { oneOf } from '@shebao/kernel'
import { differenceKinds } from '@shebao/roster'
import { IconArrowBackUp, IconArrowForwardUp, IconDownload, IconKeyboard, IconSearch } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { Asked } from './asking.ts'
import type { Source } from './line-cells.ts'
import { problems } from './line-filter.ts'
import type { Problem } from './line-filter.ts'
import { messages } from './messages.ts'
import type { Workbench } from './use-workbench.ts'
import type { Overview } from './workbench-session.ts'
import style from './workbench.module.css'

const comparisons = {
  BOTH: ['OWN', 'REGISTER', 'LAST_YEAR'],
  REGISTER: ['OWN', 'REGISTER'],
  LAST_YEAR: ['OWN', 'LAST_YEAR'],
  NONE: ['OWN'],
} as const satisfies Record<string, readonly Source[]>
const comparisonKeys = ['BOTH', 'REGISTER', 'LAST_YEAR', 'NONE'] as const

interface WorkbenchToolsProps {
  workbench: Workbench
  overview: Overview
  sources: readonly Source[]
  find: RefObject<HTMLInputElement | null>
  onSources: (sources: readonly Source[]) => void
  onAsk: (asking: Asked) => void
  onRun: (what: 'undo' | 'redo') => void
  onDownload: (format: 'xlsx' | 'csv') => Promise<void>
}

/** Finding and comparing on the left, changing many and the files on the right. */
export function WorkbenchTools(props: WorkbenchToolsProps) {
  const { workbench, overview, sources, find, onSources, onAsk, onRun, onDownload } = props
  const t = useMessages(messages)
  const { view, look } = workbench
  const word = useProblemWord()
  const option = (value: Problem) => ({
    value,
    label: t('option', { word: word(value), count: overview.counts[value] ?? 0 }),
  })
  const offered = problems.filter((problem) => (overview.counts[problem] ?? 0) > 0 || problem === view.filter.problem)
  const group = (prefix: string) => offered.filter((problem) => problem.startsWith(prefix)).map(option)
  const groups = [
    { group: t('groupKind'), items: group('kind:') },
    { group: t('groupIssue'), items: group('issue:') },
  ].filter(({ items }) => items.length > 0)
  const shownComparison = comparisonKeys.find((key) => comparisons[key].join() === sources.join()) ?? 'BOTH'
  return (
    <div className={style.tools}>
      <TextInput
        ref={find}
        type="search"
        className={style.find ?? ''}
        label={t('find')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={view.filter.text}
        onChange={(event) => void look({ filter: { ...view.filter, text: event.currentTarget.value } })}
      />
      <NativeSelect
        label={t('problem')}
        value={view.filter.problem}
        onChange={(event) =>
          void look({ filter: { ...view.filter, problem: oneOf(problems, event.currentTarget.value, 'problem') } })
        }
        data={[
          { group: t('groupState'), items: offered.filter((problem) => !problem.includes(':')).map(option) },
          ...groups,
        ]}
      />
      <NativeSelect
        label={t('compareWith')}
        value={shownComparison}
        onChange={(event) => onSources(comparisons[oneOf(comparisonKeys, event.currentTarget.value, 'comparison')])}
        data={comparisonKeys.map((value) => ({ value, label: t(`compare${value}`) }))}
        {...(overview.hasLastYear ? {} : { title: t('noLastYear') })}
      />
      <div className={style.buttons}>
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={18} aria-hidden />}
          disabled={overview.undo === undefined}
          title={overview.undo && t('undoOf', { step: t(`step${overview.undo}`) })}
          onClick={() => onRun('undo')}
        >
          {t('undo')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconArrowForwardUp size={18} aria-hidden />}
          disabled={overview.redo === undefined}
          title={overview.redo && t('redoOf', { step: t(`step${overview.redo}`) })}
          onClick={() => onRun('redo')}
        >
          {t('redo')}
        </Button>
        <Button variant="default" onClick={() => onAsk({ kind: 'BULK' })}>
          {t('bulk')}
        </Button>
        <Button variant="default" onClick={() => onAsk({ kind: 'TAKE' })}>
          {t('take')}
        </Button>
        <Button variant="default" onClick={() => onAsk('KEEP')}>
          {t('keep')}
        </Button>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button
            key={format}
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => void onDownload(format)}
          >
            {format === 'xlsx' ? t('downloadXlsx') : t('downloadCsv')}
          </Button>
        ))}
        <span className="keyboard-hint">
          <Button variant="subtle" leftSection={<IconKeyboard size={18} aria-hidden />} onClick={() => onAsk('KEYS')}>
            {t('keys')}
          </Button>
        </span>
      </div>
    </div>
  )
}

function useProblemWord(): (problem: Problem) => string {
  const t = useMessages(messages)
  return (problem) => {
    const [group, code] = problem.split(':')
    if (code === undefined) return t(oneOf(stateProblems, problem, 'problem'))
    const key = group === 'kind' ? code : `issue${code}`
    return t(oneOf(wordKeys, key, 'problem'))
  }
}

const stateProblems = ['ALL', 'ERROR', 'WARNING', 'FINE', 'UNREAD', 'UNSAVED', 'ONLY_LAST_YEAR'] as const
const wordKeys = [...differenceKinds, ...ISSUE_CODES.map((code) => `issue${code}` as const)] as const
