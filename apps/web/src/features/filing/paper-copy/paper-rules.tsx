import { Button, NativeSelect, NumberInput, Textarea } from '@mantine/core'
import '@mantine/core/styles/NumberInput.css'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import { ChangePaperRuleDocument, PaperRuleDocument } from './paper-copy.generated.ts'
import type { PaperRuleQuery } from './paper-copy.generated.ts'
import { readMaterials, writeMaterials } from './rule-text.ts'
import style from './paper-copy.module.css'

const kinds = ['ANNUAL_INSPECTION', 'MONTHLY'] as const
type Kind = (typeof kinds)[number]
const consequences = ['REMIND_ONLY', 'REMIND_DAILY', 'PAUSE_FILING'] as const
type Rule = PaperRuleQuery['paperRule']

/** What the office asks, by kind of declaration; the head changes it. */
export function PaperRules({ mayChange }: { mayChange: boolean }) {
  const t = useMessages(messages)
  const [kind, setKind] = useState<Kind>('ANNUAL_INSPECTION')
  const [editing, setEditing] = useState(false)
  const [saved, setSaved] = useState(false)
  const { data, refetch } = useQuery(PaperRuleDocument, { variables: { kind } })
  const rule = data?.paperRule
  return (
    <section className={style.rule} aria-label={t('rule')}>
      <h2>{t('rule')}</h2>
      <NativeSelect
        label={t('kind')}
        value={kind}
        onChange={(event) => {
          setKind(kinds.find((one) => one === event.currentTarget.value) ?? 'ANNUAL_INSPECTION')
          setEditing(false)
          setSaved(false)
        }}
        data={kinds.map((value) => ({ value, label: t(value) }))}
      />
      {saved ? <Notice tone="done">{t('saved')}</Notice> : null}
      {rule && !editing ? <Shown rule={rule} /> : null}
      {rule && editing ? (
        <RuleForm
          key={kind}
          kind={kind}
          rule={rule}
          onCancel={() => setEditing(false)}
          onSaved={async () => {
            await refetch()
            setEditing(false)
            setSaved(true)
          }}
        />
      ) : null}
      {mayChange && !editing ? (
        <div>
          <Button
            variant="default"
            onClick={() => {
              setEditing(true)
              setSaved(false)
            }}
          >
            {t('change')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function Shown({ rule }: { rule: Rule }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const facts: [string, string][] = [
    [t('workingDays'), String(rule.workingDays)],
    [t('remindDays'), String(rule.remindDays)],
    [t('keepYears'), String(rule.keepYears)],
    [t('consequence'), t(rule.consequence)],
    [
      t('checklist'),
      rule.materials
        .map(({ zh, en, required }) => `${language === 'en' ? en : zh} (${t(required ? 'required' : 'optional')})`)
        .join(language === 'en' ? '; ' : '；'),
    ],
  ]
  return (
    <dl>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

interface RuleFormProps {
  kind: Kind
  rule: Rule
  onCancel: () => void
  onSaved: () => Promise<void>
}

const between = (value: number | string, least: number, most: number) =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined

function RuleForm({ kind, rule, onCancel, onSaved }: RuleFormProps) {
  const t = useMessages(messages)
  const words = { required: t('required'), optional: t('optional') }
  const [days, setDays] = useState<number | string>(rule.workingDays)
  const [remind, setRemind] = useState<number | string>(rule.remindDays)
  const [years, setYears] = useState<number | string>(rule.keepYears)
  const [consequence, setConsequence] = useState(rule.consequence)
  const [text, setText] = useState(() => writeMaterials(rule.materials, words))
  const [problem, setProblem] = useState<'ruleWrong' | 'failed'>()
  const [change, { loading }] = useMutation(ChangePaperRuleDocument)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const [workingDays, remindDays, keepYears] = [between(days, 1, 250), between(remind, 0, 60), between(years, 1, 100)]
    const materials = readMaterials(text, words)
    if (workingDays === undefined || remindDays === undefined || keepYears === undefined || !materials)
      return setProblem('ruleWrong')
    try {
      await change({ variables: { kind, rule: { workingDays, remindDays, keepYears, consequence, materials } } })
      await onSaved()
    } catch {
      setProblem('failed')
    }
  }
  return (
    <form className={style.rule} onSubmit={(event) => void save(event)} noValidate>
      <p className="quiet">{t('ruleLead')}</p>
      <NumberInput label={t('workingDays')} value={days} onChange={setDays} hideControls />
      <NumberInput label={t('remindDays')} value={remind} onChange={setRemind} hideControls />
      <NumberInput label={t('keepYears')} value={years} onChange={setYears} hideControls />
      <NativeSelect
        label={t('consequence')}
        value={consequence}
        onChange={(event) =>
          setConsequence(consequences.find((one) => one === event.currentTarget.value) ?? 'REMIND_ONLY')
        }
        data={consequences.map((value) => ({ value, label: t(value) }))}
      />
      <Textarea
        label={t('materials')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={3}
      />
      {problem ? <Notice tone="refused">{t(problem)}</Notice> : null}
      <div className={style.links}>
        <Button type="submit" loading={loading}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
