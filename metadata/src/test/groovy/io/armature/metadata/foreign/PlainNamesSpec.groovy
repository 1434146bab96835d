package io.armature.metadata.foreign

import spock.lang.Specification

class PlainNamesSpec extends Specification {
    def '#foreign is called #name'() {
        expect:
        PlainNames.of(foreign, 20) == name

        where:
        foreign                          || name
        'Sales Order'                    || 'sales_order'
        'Élève  (actif)'                 || 'eleve_actif'
        '2_add_entries'                  || 'n_2_add_entries'
        'اسم'                            || 'x_6478a4a1'
        'A name that is far too long'    || 'a_name_that_e55d239f'
    }

    def 'names that become equal are told apart'() {
        given:
        def names = new PlainNames(60)

        expect:
        ['Inspection Old', 'Inspection - old', 'inspection_old'].collect { names.give(it) } ==
            ['inspection_old', 'inspection_old_1', 'inspection_old_2']
    }
}
