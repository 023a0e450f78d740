/** What of Flowable's own attributes and elements the portal's definitions hold, so that drawing keeps and sets them. */
const text = (name: string) => ({ name, isAttr: true, type: 'String' });

export default {
    name: 'Flowable',
    prefix: 'flowable',
    uri: 'http://flowable.org/bpmn',
    xml: { tagAlias: 'lowerCase' },
    associations: [],
    types: [
        {
            name: 'PersonsStep',
            extends: ['bpmn:UserTask'],
            properties: ['candidateGroups', 'candidateUsers', 'assignee', 'dueDate', 'businessCalendarName', 'formKey', 'category'].map(
                text,
            ),
        },
        { name: 'PortalsStep', extends: ['bpmn:ServiceTask'], properties: [text('delegateExpression')] },
        { name: 'CalledProcess', extends: ['bpmn:CallActivity'], properties: [text('inheritBusinessKey')] },
        { name: 'Calendar', extends: ['bpmn:TimerEventDefinition'], properties: [text('businessCalendarName')] },
        {
            name: 'OneForEach',
            extends: ['bpmn:MultiInstanceLoopCharacteristics'],
            properties: [text('collection'), text('elementVariable')],
        },
        { name: 'In', superClass: ['Element'], properties: ['source', 'sourceExpression', 'target'].map(text) },
        { name: 'Out', superClass: ['Element'], properties: ['source', 'target'].map(text) },
    ],
};
