import { expect, test } from 'vitest';
import { requireGraph } from '../graph/io/load-graph.ts';
import { orderTreatments } from './order-treatments.ts';

const graph = await requireGraph('content');
const problems = graph.entries.filter((entry) => entry.kind === 'problem').map(({ id }) => id);

test('no editorial link stands before one that a source states', () => {
  for (const id of problems) {
    const marks = orderTreatments(graph, id).map((link) => Number(link.editorial));
    expect([...marks].sort(), id).toEqual(marks);
  }
});

test('no measure is lost', () => {
  expect(new Set(orderTreatments(graph, 'formalism-life').map(({ entry }) => entry.id))).toEqual(
    new Set(
      graph.entries
        .filter(
          (entry) =>
            entry.kind === 'measure' && entry.data.treats.some(({ to }) => to === 'formalism-life'),
        )
        .map(({ id }) => id),
    ),
  );
});

test('among the editorial ones, the measure written for the problem comes first', () => {
  const editorial = orderTreatments(graph, 'formalism-life').filter((link) => link.editorial);
  expect(editorial[0]?.entry.id).toBe('lively-life-meeting');
});
