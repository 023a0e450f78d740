/**
 * Walks through a drawn process with a token, in the browser alone: on from step to step, with a choice where the ways part, where a
 * timer may fire and where a process ends early. What a real bid does is the dry run's business.
 */

/** One way on from where the token stands. */
export interface Way {
    label: string;
    /** Flows the token runs along to get there, for the eye. */
    along: any[];
    to?: any;
    /** Where the token comes back to when what runs beside it has ended. */
    beside?: any;
    /** Whether this is that coming back. */
    returns?: boolean;
}

const type = (element: any): string => element.businessObject.$type;
const name = (element: any): string => element.businessObject.name || element.businessObject.id;
const flows = (element: any): any[] => (element.outgoing ?? []).filter((way: any) => type(way) === 'bpmn:SequenceFlow');
const start = (scope: any): any => scope.children.find((child: any) => type(child) === 'bpmn:StartEvent');
const definition = (element: any): any => element.businessObject.eventDefinitions?.[0];

export class TokenWalk {
    /** Where the token stands; nothing when the process has ended. */
    at?: any;
    /** Steps so far with where the token came back to, the latest last. */
    private past: { at: any; besides: any[] }[] = [];
    private besides: any[] = [];

    constructor(
        root: any,
        private readonly words: Record<string, string>,
    ) {
        this.at = start(root);
    }

    get been(): any[] {
        return this.past.map((step) => step.at);
    }

    get inWords(): string {
        return this.at ? name(this.at) : this.words['walk.ended'];
    }

    ways(): Way[] {
        const at = this.at;
        if (!at) {
            return [];
        }
        if (type(at) === 'bpmn:SubProcess') {
            const first = start(at);
            return first ? [{ label: this.words['walk.into'], along: [], to: first }] : [];
        }
        if (type(at) === 'bpmn:EndEvent') {
            return [this.afterEnd(at)];
        }
        const choice = flows(at).length > 1;
        const on = flows(at).map((flow) => this.way(flow, choice));
        return [...on, ...this.events(at)];
    }

    go(way: Way): void {
        this.past.push({ at: this.at, besides: [...this.besides] });
        if (way.beside) {
            this.besides.push(way.beside);
        }
        if (way.returns) {
            this.besides.pop();
        }
        this.at = way.to;
    }

    back(): void {
        const before = this.past.pop();
        if (before) {
            this.at = before.at;
            this.besides = before.besides;
        }
    }

    private way(flow: any, choice: boolean): Way {
        const answer = flow.businessObject.name;
        const label = choice
            ? answer || this.words['walk.towards'].replace('{0}', name(flow.target))
            : this.words['walk.on'].replace('{0}', name(flow.target));
        return { label, along: [flow], to: flow.target };
    }

    /** Timers and messages at the step and at what it stands in. */
    private events(at: any): Way[] {
        const ways: Way[] = [];
        for (let host = at; host; host = host.parent) {
            for (const event of host.attachers ?? []) {
                if (definition(event)?.$type !== 'bpmn:ErrorEventDefinition') {
                    ways.push({
                        label: this.words['walk.event'].replace('{0}', name(event)),
                        along: [],
                        to: event,
                        beside: event.businessObject.cancelActivity === false ? at : undefined,
                    });
                }
            }
        }
        return ways;
    }

    private afterEnd(end: any): Way {
        const thrown = definition(end)?.errorRef;
        const scope = end.parent;
        if (thrown) {
            for (let host = scope; host; host = host.parent) {
                const catcher = (host.attachers ?? []).find((event: any) => definition(event)?.errorRef === thrown);
                if (catcher) {
                    return { label: this.words['walk.on'].replace('{0}', name(catcher)), along: [], to: catcher };
                }
            }
        }
        const beside = this.besides.at(-1);
        if (beside) {
            return { label: this.words['walk.backTo'].replace('{0}', name(beside)), along: [], to: beside, returns: true };
        }
        const flow = thrown ? undefined : flows(scope)[0];
        return flow ? this.way(flow, false) : { label: this.words['walk.finish'], along: [] };
    }
}

/** Lets a dot run along the flows, unless the reader asked for less movement. */
export async function run(layer: SVGElement, along: any[]): Promise<void> {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
        return;
    }
    for (const flow of along) {
        const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
        path.setAttribute('d', 'M' + flow.waypoints.map((at: any) => `${at.x} ${at.y}`).join('L'));
        const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
        dot.setAttribute('r', '8');
        dot.setAttribute('class', 'walk-dot');
        layer.append(dot);
        const length = path.getTotalLength();
        const lasts = Math.min(900, 200 + length);
        await new Promise<void>((done) => {
            const began = performance.now();
            const frame = (now: number) => {
                const at = path.getPointAtLength(Math.min(1, (now - began) / lasts) * length);
                dot.setAttribute('cx', String(at.x));
                dot.setAttribute('cy', String(at.y));
                if (now - began < lasts) {
                    requestAnimationFrame(frame);
                } else {
                    done();
                }
            };
            requestAnimationFrame(frame);
        });
        dot.remove();
    }
}
