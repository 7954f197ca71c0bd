import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createMetrics, serveMetrics } from '../../src/metrics.js'

const metrics = createMetrics({ ofProcess: true })
let url: string
let close: () => Promise<unknown>

beforeAll(async () => {
  const server = await serveMetrics(metrics, 0, '127.0.0.1')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = async () => {
    server.closeAllConnections()
    await once(server.close(), 'close')
  }
})
afterAll(() => close())

test('Prometheus reads the counts under their names', async () => {
  metrics.apiRequests.inc({ endpoint: '/api/v1/mashup' })
  metrics.modelCalls.inc({ provider: 'embedded', outcome: 'answered' })
  metrics.modelRetries.inc()
  metrics.modelFallbacks.inc({ from: 'ollama', to: 'embedded' })
  metrics.agentSeconds.observe({ agent: 'hook_generator' }, 0.02)
  metrics.workflowSeconds.observe(0.3)
  metrics.qualityScore.observe(0.92)
  const answer = await fetch(`${url}/metrics`)
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const text = await answer.text()
  for (const line of [
    'lmm_api_requests_total{endpoint="/api/v1/mashup"} 1',
    'lmm_model_calls_total{provider="embedded",outcome="answered"} 1',
    'lmm_model_retries_total 1',
    'lmm_model_fallbacks_total{from="ollama",to="embedded"} 1',
    'lmm_agent_seconds_count{agent="hook_generator"} 1',
    'lmm_workflow_seconds_count 1',
    'lmm_quality_score_bucket{le="0.95"} 1',
    'process_cpu_seconds_total',
  ]) {
    expect(text).toContain(line)
  }
})

test('there is nothing else on that port', async () => {
  expect((await fetch(`${url}/`)).status).toBe(404)
})

test('two contexts do not count for each other', async () => {
  expect(await createMetrics().registry.metrics()).not.toContain('endpoint="/api/v1/mashup"')
})

test('a port that is taken is said by the name of its setting', async () => {
  const port = Number(new URL(url).port)
  await expect(serveMetrics(createMetrics(), port, '127.0.0.1')).rejects.toMatchObject({
    code: 'unavailable',
    message: `Port ${port} of 127.0.0.1 is in use already. Set METRICS_PORT to another one.`,
  })
})
