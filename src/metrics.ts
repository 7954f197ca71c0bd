import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { openPort } from './open-port.js'

/** What Prometheus may ask. One registry for each context: two in one process never mix. */
export interface Metrics {
  registry: Registry
  apiRequests: Counter<'endpoint'>
  workflowSeconds: Histogram
  agentSeconds: Histogram<'agent'>
  modelCalls: Counter<'provider' | 'outcome'>
  modelRetries: Counter
  modelFallbacks: Counter<'from' | 'to'>
  qualityScore: Histogram
  renderSeconds: Histogram<'format'>
  renderings: Counter<'format' | 'outcome'>
}

/** `ofProcess`: also memory, CPU, event loop and garbage collection, which are one for the whole process. */
export function createMetrics({ ofProcess = false } = {}): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (ofProcess) collectDefaultMetrics({ register: registry })
  const seconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300]
  return {
    registry,
    apiRequests: new Counter({
      registers,
      name: 'lmm_api_requests_total',
      help: 'API requests',
      labelNames: ['endpoint'],
    }),
    workflowSeconds: new Histogram({
      registers,
      name: 'lmm_workflow_seconds',
      help: 'Seconds from request to song',
      buckets: seconds,
    }),
    agentSeconds: new Histogram({
      registers,
      name: 'lmm_agent_seconds',
      help: 'Seconds an agent took',
      labelNames: ['agent'],
      buckets: seconds,
    }),
    modelCalls: new Counter({
      registers,
      name: 'lmm_model_calls_total',
      help: 'Calls to models',
      labelNames: ['provider', 'outcome'],
    }),
    modelRetries: new Counter({ registers, name: 'lmm_model_retries_total', help: 'Answers asked for once more' }),
    modelFallbacks: new Counter({
      registers,
      name: 'lmm_model_fallbacks_total',
      help: 'Times the next model answered',
      labelNames: ['from', 'to'],
    }),
    qualityScore: new Histogram({
      registers,
      name: 'lmm_quality_score',
      help: 'Quality of finished songs, 0 to 1',
      buckets: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1],
    }),
    renderSeconds: new Histogram({
      registers,
      name: 'lmm_render_seconds',
      help: 'Seconds that making a score or a sound took',
      labelNames: ['format'],
      buckets: seconds,
    }),
    renderings: new Counter({
      registers,
      name: 'lmm_renderings_total',
      help: 'Scores and sounds given out: rendered, or cached',
      labelNames: ['format', 'outcome'],
    }),
  }
}

/** GET /metrics on a port of its own, so that it need not be seen from outside. Resolves once it listens; rejects as `openPort` says. */
export async function serveMetrics({ registry }: Metrics, port: number, host: string): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  server.listen(port, host)
  await openPort(once(server, 'listening'), { port, host, setting: 'METRICS_PORT' })
  return server
}
