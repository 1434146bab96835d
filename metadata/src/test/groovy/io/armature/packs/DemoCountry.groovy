package io.armature.packs

import groovy.transform.CompileStatic
import groovy.transform.Immutable

/** How people, firms and places are called in one country. Names are common ones; the firms do not exist. */
@CompileStatic
@Immutable
class DemoCountry {
    String code
    String language
    String currency
    /** How many of a hundred customers are from there. */
    int weight
    String dial
    List<String> firstNames
    List<String> lastNames
    /** Postcode, then city. */
    List<String> cities
    /** `{}` is the house number. */
    List<String> streets
    List<String> legalForms
    /** `{}` is a family name. */
    List<String> firms

    static final List<DemoCountry> ALL = [
            of('FR', 'fr', 'EUR', 24, '+33 1', 'Camille Léa Chloé Inès Zoé Élise Hélène Aurélie Mathilde Solène Louis Hugo Théo Jérôme Clément François Rémi Loïc Gaël Maël',
                    'Martin Bernard Lefèvre Moreau Girard Bonnet Garnier Béranger Château Hénault Perrin Lemaître Gauthier Rousseau Delaunay Évrard',
                    '75011 Paris|69003 Lyon|13006 Marseille|31000 Toulouse|44000 Nantes|67000 Strasbourg|33000 Bordeaux|35000 Rennes|38000 Grenoble|59000 Lille',
                    '{} rue de la République|{} avenue Victor-Hugo|{} quai des Célestins|{} place du Marché|{} boulevard Saint-Michel|{} chemin des Écoliers',
                    'SAS|SARL|SA', 'Ateliers {}|{} & Fils|Maison {}|{} Conseil|Éditions {}|Transports {}|{} Énergie|Laboratoires {}'),
            of('DE', 'de', 'EUR', 16, '+49 30', 'Anna Lena Jürgen Björn Käthe Sören Günter Marlene Friederike Jörg Matthias Ulrike Stefan Hannelore Lukas Paula',
                    'Müller Schmidt Schröder Krüger Weiß Köhler Jäger Böhm Schäfer Großmann Hübner Vogel Öztürk Fuchs Lindner Brückner',
                    '10115 Berlin|80331 München|20095 Hamburg|50667 Köln|70173 Stuttgart|40213 Düsseldorf|04109 Leipzig|90402 Nürnberg',
                    'Hauptstraße {}|Bahnhofstraße {}|Schillerallee {}|Am Mühlbach {}|Lindenweg {}',
                    'GmbH|AG|KG', '{} Maschinenbau|{} Logistik|Brauerei {}|{} & Söhne|Verlag {}|{} Medizintechnik|{} Elektronik|{} Bau'),
            of('GB', 'en', 'GBP', 12, '+44 20', 'Emma Olivia Harriet Siân Fiona Gareth Oliver Harry Callum Rhys Imogen Poppy Duncan Alastair',
                    'Smith Jones Taylor Evans Thomas Hughes MacLeod Fraser Bennett Whitfield Ashworth Pemberton O’Neill Llewellyn',
                    'EC1A 1BB London|M1 1AE Manchester|B1 1HQ Birmingham|EH1 1BQ Edinburgh|BS1 4ST Bristol|CF10 1EP Cardiff|LS1 3AD Leeds',
                    '{} High Street|{} Station Road|{} Church Lane|{} Victoria Road|{} Mill Lane',
                    'Ltd|plc|LLP', '{} Partners|{} Foods|{} & Sons|{} Engineering|{} Publishing|{} Renewables|{} Freight|{} Health'),
            of('ES', 'es', 'EUR', 8, '+34 91', 'María Lucía Begoña Íñigo Álvaro José Andrés Núria Martín Sofía Óscar Ángela Iñaki Raquel',
                    'García Fernández González Muñoz Ibáñez Núñez Martínez Peña Gómez Castaño Vázquez Logroño',
                    '28013 Madrid|08002 Barcelona|41001 Sevilla|46002 València|48001 Bilbao|50001 Zaragoza|15001 A Coruña',
                    'Calle Mayor {}|Avenida de la Constitución {}|Plaza de España {}|Paseo del Río {}',
                    'S.L.|S.A.', 'Bodegas {}|Construcciones {}|{} Hermanos|Grupo {}|Talleres {}|{} Alimentación'),
            of('IT', 'it', 'EUR', 7, '+39 02', 'Giulia Chiara Niccolò Matteo Andrea Lucia Noè Benedetta Giosuè Elena Paolo Francesca',
                    'Rossi Russo Ferrari Esposito D’Angelo Colombo Nicolò Fabbri Rizzo Caffè Moretti Sant’Ambrogio',
                    '20121 Milano|00184 Roma|10121 Torino|50122 Firenze|40121 Bologna|16121 Genova',
                    'Via Garibaldi {}|Via Roma {}|Corso Italia {}|Piazza della Libertà {}',
                    'S.r.l.|S.p.A.', 'Officine {}|{} & Figli|Ceramiche {}|{} Arredamenti|Pastificio {}|{} Servizi'),
            of('NL', 'nl', 'EUR', 5, '+31 20', 'Daan Sanne Lotte Jeroen Femke Maaike Joël Renée Thijs Anouk', 'De Jong Jansen Van Dijk Bakker Visser Meijer Hoekstra Coördinaat',
                    '1012 JS Amsterdam|3011 AA Rotterdam|3511 AX Utrecht|5611 AA Eindhoven|9711 LM Groningen',
                    'Kerkstraat {}|Dorpsstraat {}|Prinsengracht {}|Stationsplein {}', 'B.V.|N.V.', '{} Transport|{} Techniek|Gebroeders {}|{} Tuinbouw|{} Advies'),
            of('BE', 'fr', 'EUR', 4, '+32 2', 'Noémie Maxime Thérèse Gérald Bérénice Lore Wout Hélène', 'Peeters Janssens Dubois Lambert Vandenberghe Maes Collès Dupré',
                    '1000 Bruxelles|4000 Liège|9000 Gent|2000 Antwerpen|5000 Namur', 'Rue Neuve {}|Grand-Place {}|Kerkstraat {}|Avenue Louise {}', 'SRL|SA', 'Chocolaterie {}|{} Construct|{} Consulting|Imprimerie {}'),
            of('CH', 'de', 'CHF', 4, '+41 44', 'Urs Regula Beat Céline Luca Anaïs Köbi Mélanie', 'Müller Favre Bühler Rochat Zürcher Bernasconi Käser Gygax',
                    '8001 Zürich|1204 Genève|3011 Bern|4051 Basel|1003 Lausanne|6900 Lugano', 'Bahnhofstrasse {}|Rue du Rhône {}|Marktgasse {}', 'AG|SA|GmbH', '{} Präzision|{} Uhren|{} Treuhand|{} Pharma'),
            of('PL', 'pl', 'PLN', 5, '+48 22', 'Zofia Łukasz Małgorzata Paweł Katarzyna Stanisław Agnieszka Michał Żaneta Jędrzej', 'Nowak Wiśniewska Wójcik Kowalczyk Zieliński Dąbrowska Łuczak Śliwa Żak Gołębiewski',
                    '00-001 Warszawa|30-001 Kraków|90-001 Łódź|50-001 Wrocław|80-001 Gdańsk|61-001 Poznań', 'ul. Długa {}|ul. Żeromskiego {}|al. Niepodległości {}|ul. Świętojańska {}', 'Sp. z o.o.|S.A.', 'Zakłady {}|{} Budownictwo|{} Logistyka|Drukarnia {}'),
            of('CZ', 'cs', 'CZK', 3, '+420 2', 'Jiří Tereza Ondřej Kateřina Zdeněk Růžena Štěpán Žofie', 'Novák Dvořák Svobodová Černý Procházka Kučerová Šťastný Jelínek',
                    '110 00 Praha|602 00 Brno|702 00 Ostrava|301 00 Plzeň', 'Náměstí Míru {}|Křižíkova {}|Dlouhá {}', 's.r.o.|a.s.', 'Strojírny {}|Pivovar {}|{} Sklo|{} Stavby'),
            of('SE', 'sv', 'SEK', 3, '+46 8', 'Åsa Björn Göran Märta Linnéa Håkan Örjan Sigrid', 'Andersson Lindström Åkesson Sjöberg Öberg Bäckman Hällgren Wallén',
                    '111 20 Stockholm|411 05 Göteborg|211 22 Malmö|753 20 Uppsala', 'Storgatan {}|Kungsgatan {}|Skolvägen {}', 'AB', '{} Skog|{} Teknik|{} Möbler|{} Energi'),
            of('PT', 'pt', 'EUR', 3, '+351 21', 'João Inês Conceição Gonçalo Luísa Sebastião Fátima Tomás', 'Silva Gonçalves Araújo Magalhães Conceição Simões Brandão Leitão',
                    '1100-148 Lisboa|4000-322 Porto|3000-150 Coimbra|4700-030 Braga', 'Rua Augusta {}|Avenida da Liberdade {}|Praça do Comércio {}', 'Lda.|S.A.', 'Cortiças {}|Conservas {}|{} Têxteis|{} Turismo'),
            of('VN', 'vi', 'VND', 3, '+84 24', 'Nguyệt Hương Đức Thảo Tuấn Ánh Phượng Dũng', 'Nguyễn Trần Lê Phạm Hoàng Đặng Bùi Đỗ',
                    '100000 Hà Nội|700000 Hồ Chí Minh|550000 Đà Nẵng|180000 Hải Phòng', '{} Phố Huế|{} Đường Lê Lợi|{} Đường Trần Hưng Đạo', 'JSC|Co., Ltd', 'Dệt may {}|Thủy sản {}|Vận tải {}|{} Công nghệ'),
            of('US', 'en', 'USD', 3, '+1 212', 'Ashley Brandon José Renée Tyler Zoë Madison Carlos', 'Johnson Williams Rodríguez Anderson Nguyen Kowalski Washington Peña',
                    '10001 New York|60601 Chicago|94103 San Francisco|02108 Boston|78701 Austin', '{} Main Street|{} Market Street|{} Oak Avenue', 'Inc.|LLC', '{} Industries|{} Software|{} Medical|{} Outfitters'),
    ]

    private static DemoCountry of(String code, String language, String currency, int weight, String dial, String firstNames,
            String lastNames, String cities, String streets, String legalForms, String firms) {
        new DemoCountry(code, language, currency, weight, dial, words(firstNames), words(lastNames), bars(cities),
                bars(streets), bars(legalForms), bars(firms))
    }

    /** Names between spaces; `De Jong` and the like stay together. */
    private static List<String> words(String text) {
        text.replaceAll(/\b(De|Van) /, '$1_').split(' ').collect { String it -> it.replace('_', ' ') }
    }

    private static List<String> bars(String text) {
        text.split(/\|/).toList()
    }

    /** Postcode and city of an entry of {@link #cities}: the city begins at the first letter after the last digit group. */
    static List<String> split(String place) {
        def parts = place =~ /^((?:[A-Z]{1,2}\d+[A-Z]? \d[A-Z]{2})|(?:\d{4} [A-Z]{2})|(?:[\d-]+(?: \d+)?)) (.+)$/
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a postcode and a city: $place")
        }
        [parts.group(1), parts.group(2)]
    }
}
