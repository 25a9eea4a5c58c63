import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
// The parser. dependency-cruiser takes it when it is there and says nothing when it is not: here its absence is an error.
import '@swc/core'
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser'
import { arrowRules } from './arrow-rules.ts'

type Verdict = { modules: number; dependencies: number; violations: string[] }

if (import.meta.main) {
  const { modules, dependencies, violations } = await checkArrows(process.cwd())
  for (const { name, comment } of arrowRules()) console.log(`${name}: ${comment}`)
  for (const violation of violations) console.error(violation)
  console.log(`${modules} modules, ${dependencies} dependencies, ${violations.length} violations`)
  process.exitCode = violations.length > 0 ? 1 : 0
}

/**
 * Follows every import of every TypeScript file of ours under `root` and holds it against the arrows of the
 * architecture. Throws when a file was not seen or not understood: a check that read nothing has shown nothing.
 */
export async function checkArrows(root: string): Promise<Verdict> {
  const files = ourFiles(root)
  if (files.length === 0) throw new Error(`There is no TypeScript file of ours under ${root}.`)
  const { output } = await cruise(
    files,
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: arrowRules() },
      // The TypeScript 7 compiler has no interface to parse with yet, and without a parser nothing is found or said.
      parser: 'swc',
      tsPreCompilationDeps: true,
      doNotFollow: { path: ['node_modules', '^prisma/generated/'] },
    },
    { extensions: ['.ts', '.tsx'], exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser gave a text where a result was expected.')
  return verdictOn(output, root, files)
}

function verdictOn({ modules, summary }: ICruiseResult, root: string, files: readonly string[]): Verdict {
  const importsOf = new Map(
    modules.map(({ source, dependencies }) => [source, dependencies.map(({ module }) => module)]),
  )
  const missed = files.filter((file) => {
    const read = importsOf.get(file)
    return read === undefined || writtenImports(join(root, file)).some((name) => !read.includes(name))
  })
  if (missed.length > 0) throw new Error(`The imports of these files were not read: ${missed.join(', ')}.`)

  return {
    modules: files.length,
    dependencies: files.reduce((sum, file) => sum + (importsOf.get(file)?.length ?? 0), 0),
    violations: [...new Set(summary.violations.map(sentenceOf))],
  }
}

/**
 * What a file imports by its text, without parsing: a second opinion, for a parser that finds nothing says nothing.
 * It caught the type that is an import expression, which the parser passes over. Tests are left out: they may quote imports.
 */
function writtenImports(file: string): string[] {
  if (/\.test\.tsx?$/.test(file)) return []
  const written =
    /^(?:import|export)\b[^'"]*?from ['"](?:node:)?([^'"]+)|^import ['"](?:node:)?([^'"]+)|\bimport\(\s*['"](?:node:)?([^'"]+)/gm
  return [...readFileSync(file, 'utf8').matchAll(written)].flatMap(([, ...names]) =>
    names.filter((name) => name !== undefined),
  )
}

/** What git knows or would take, and is there: neither ignored nor deleted files. */
function ourFiles(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z', '*.ts', '*.tsx'], { cwd: root })
  return [...new Set(listed.toString().split('\0'))].filter((file) => file !== '' && existsSync(join(root, file)))
}

function sentenceOf({ from, to, rule, cycle }: IViolation): string {
  const path = cycle ? [from, ...cycle.map(({ name }) => name)] : [from, to]
  return `${rule.name}: ${path.join(' → ')} (${commentOf(rule.name)})`
}

function commentOf(name: string): string {
  return arrowRules().find((rule) => rule.name === name)?.comment ?? ''
}
