import { useTranslations } from 'use-intl'
import { ActionMenu } from '../../../ui/action-menu.tsx'
import classes from '../../../ui/arrangement.module.css'
import { Button } from '../../../ui/button.tsx'
import type { Column } from '../../../ui/column.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateTime } from '../../../ui/date-time.tsx'
import { StatusChip } from '../../../ui/status-chip.tsx'
import type { Factor, SecondSteps } from '../factor-queries.ts'
import { type FactorActs, useFactorMenu } from './use-factor-menu.tsx'
import { useFactorName } from './use-factor-name.ts'

type FactorTableProps = FactorActs & { steps: SecondSteps; onTry: (factor: Factor) => void }

/** All of them in one list: what it is, how it stands, and a menu for each. */
export function FactorTable({ steps, onTry, ...acts }: FactorTableProps) {
  const t = useTranslations('account.steps')
  const nameOf = useFactorName()
  const menuOf = useFactorMenu(steps, acts)
  const columns: Column<Factor>[] = [
    {
      key: 'name',
      header: t('name'),
      rowHeader: true,
      cell: (factor) => <Name factor={factor} isPreferred={factor.kind === steps.preferred} />,
    },
    {
      key: 'linked',
      header: t('linked'),
      cell: ({ linkedAt }) => <DateTime at={linkedAt} format="day" />,
    },
    {
      key: 'lastUsed',
      header: t('lastUsed'),
      cell: (factor) => <LastUsed factor={factor} onTry={onTry} />,
    },
    {
      key: 'actions',
      header: t('actions'),
      headerHidden: true,
      cell: (factor) => <ActionMenu label={t('actionsFor', { name: nameOf(factor) })} actions={menuOf(factor)} />,
    },
  ]
  return <DataTable caption={t('list')} columns={columns} rows={steps.factors} rowKey={({ id }) => id} />
}

function Name({ factor, isPreferred }: { factor: Factor; isPreferred: boolean }) {
  const t = useTranslations('account.steps')
  const nameOf = useFactorName()
  return (
    <span className={classes.device}>
      <span>
        {nameOf(factor)}
        <br />
        <span className={classes.soft}>{t(`what.${factor.kind}`)}</span>
      </span>
      {isPreferred && <StatusChip tone="success" label={t('preferred')} />}
      {!factor.allowed && <StatusChip tone="warning" label={t('notAllowed')} />}
    </span>
  )
}

/** What was not used for long is asked after, and tried at once. What is not allowed here cannot be tried. */
function LastUsed({ factor, onTry }: { factor: Factor; onTry: (factor: Factor) => void }) {
  const t = useTranslations('account.steps')
  const nameOf = useFactorName()
  const { lastUsedAt, askWhetherItWorks, allowed } = factor
  const when = lastUsedAt ? <DateTime at={lastUsedAt} format="day" /> : t('never')
  if (!askWhetherItWorks || !allowed) return when
  return (
    <span className={classes.asked}>
      {when}
      <StatusChip tone="warning" label={t('stillWorks')} />
      <Button
        look="secondary"
        size="small"
        aria-label={t('tryNamed', { name: nameOf(factor) })}
        onClick={() => onTry(factor)}
      >
        {t('try')}
      </Button>
    </span>
  )
}
