import type { SignInDb, Tx } from '@keyholder/prisma'
import type { World } from './world.ts'

/** What a piece of work asks of the database and of the hasher, in order: its cost, without a clock. */
export async function costOf(world: World, work: () => Promise<unknown>): Promise<string[]> {
  const { database, passwords } = world.platform
  const { signIn } = database
  const { hash, verify } = passwords
  const trace: string[] = []
  database.signIn = traced(signIn, trace)
  passwords.hash = (password) => {
    trace.push('hash')
    return hash(password)
  }
  passwords.verify = (stored, password) => {
    trace.push('hash')
    return verify(stored, password)
  }
  try {
    await work()
  } finally {
    database.signIn = signIn
    Object.assign(passwords, { hash, verify })
  }
  return trace
}

function traced(db: SignInDb, trace: string[]): SignInDb {
  return {
    query: (sql) => {
      trace.push('statement')
      return db.query(sql)
    },
    read: (work) => {
      trace.push('read')
      return db.read((tx) => work(tracedTx(tx, trace)))
    },
    write: (work) => {
      trace.push('write')
      return db.write((tx) => work(tracedTx(tx, trace)))
    },
  }
}

/** Every call of a model (`tx.link.createMany`) and every raw one is a statement. */
function tracedTx<T extends Tx | object>(target: T, trace: string[]): T {
  return new Proxy(target, {
    get(object, key) {
      const value: unknown = Reflect.get(object, key)
      if (typeof value === 'function') {
        return (...input: unknown[]) => {
          trace.push('statement')
          return Reflect.apply(value, object, input)
        }
      }
      return typeof value === 'object' && value !== null ? tracedTx(value, trace) : value
    },
  })
}
